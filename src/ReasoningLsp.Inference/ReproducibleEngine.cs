using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference;

/// <summary>An engine that writes each text by itself where that is wanted, so that the same seed always draws the same text on the same
/// machine. Thread-safe.</summary>
/// <param name="engine">Computes.</param>
/// <param name="isWanted">Asked for every text.</param>
public sealed class ReproducibleEngine(IInferenceEngine engine, Func<bool> isWanted) : IInferenceEngine
{
    /// <inheritdoc/>
    public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
        engine.DescribeAsync(model, cancellationToken);

    /// <inheritdoc/>
    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken) =>
        engine.ScoreAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken) =>
        engine.CompareAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return engine.GenerateAsync(request with { IsReproducible = request.IsReproducible || isWanted() }, written, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
