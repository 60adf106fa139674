using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference;

/// <summary>A language model as three verbs. Implementations are thread-safe.</summary>
/// <remarks>Every method throws <see cref="InferenceException"/> for what cannot be done, in words for a person.</remarks>
public interface IInferenceEngine : IAsyncDisposable
{
    /// <summary>Loads a model if it is not loaded, and tells what it is.</summary>
    Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken);

    /// <summary>Reads something at given rows.</summary>
    Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken);

    /// <summary>Compares continuations of a shared prefix.</summary>
    Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken);

    /// <summary>Writes text; each piece is reported as it is written.</summary>
    Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken);
}
