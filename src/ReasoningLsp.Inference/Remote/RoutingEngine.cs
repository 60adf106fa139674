using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>Each request goes where its model is: to a server, or to this machine's engine, which is started when it is first
/// needed.</summary>
public sealed class RoutingEngine : IInferenceEngine
{
    private readonly Lazy<IInferenceEngine> _local;
    private readonly IInferenceEngine _remote;

    /// <summary>Routes between two engines, and disposes of both.</summary>
    /// <param name="local">Starts this machine's engine.</param>
    /// <param name="remote">Speaks to servers.</param>
    public RoutingEngine(Func<IInferenceEngine> local, IInferenceEngine remote)
    {
        _local = new Lazy<IInferenceEngine>(local);
        _remote = remote;
    }

    /// <inheritdoc/>
    public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
        For(model).DescribeAsync(model, cancellationToken);

    /// <inheritdoc/>
    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return For(request.Model).ScoreAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return For(request.Model).CompareAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return For(request.Model).GenerateAsync(request, written, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _remote.DisposeAsync().ConfigureAwait(false);
        if (_local.IsValueCreated)
            await _local.Value.DisposeAsync().ConfigureAwait(false);
    }

    private IInferenceEngine For(ModelReference model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Remote is null ? _local.Value : _remote;
    }
}
