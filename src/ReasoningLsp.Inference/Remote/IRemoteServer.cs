using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>A kind of server, speaking for one of its models. Implementations are thread-safe.</summary>
internal interface IRemoteServer
{
    /// <summary>What the model is.</summary>
    Task<ModelDescription> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>Reads something at given rows.</summary>
    Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken);

    /// <summary>Compares continuations of a shared prefix.</summary>
    Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken);

    /// <summary>Writes text.</summary>
    Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken);
}
