using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>llama.cpp in this process.</summary>
public sealed class LocalEngine : IInferenceEngine
{
    private static readonly TimeSpan IdleCheck = TimeSpan.FromSeconds(30);

    private readonly WorkQueue _queue = new();
    private readonly ModelPool _pool;
    private readonly ITimer _idle;

    private LocalEngine(NativeRuntime runtime, EngineOptions options, TimeProvider clock)
    {
        Build = runtime.Build;
        Devices = runtime.Devices;
        _pool = new ModelPool(runtime, options, clock);
        _idle = clock.CreateTimer(_ => UnloadIdle(), null, IdleCheck, IdleCheck);
    }

    /// <summary>Short hash of llama.cpp's libraries.</summary>
    public string Build { get; }

    /// <summary>What it computes on.</summary>
    public IReadOnlyList<string> Devices { get; }

    /// <summary>Requests that wait.</summary>
    public int Waiting => _queue.Waiting;

    /// <summary>Loads llama.cpp.</summary>
    /// <exception cref="InferenceException">It is missing, or of another build.</exception>
    public static LocalEngine Start(EngineOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        return new LocalEngine(NativeRuntime.Load(options.Natives), options, clock);
    }

    /// <inheritdoc/>
    public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _queue.EnqueueAsync(RequestPriority.Interactive, () => _pool.Get(model).Describe(model.Adapter), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _queue.EnqueueAsync(request.Priority, () => Scoring.Run(_pool.Get(request.Model), request, GiveWay(request.Priority), cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _queue.EnqueueAsync(request.Priority, () => Comparing.Run(_pool.Get(request.Model), request, GiveWay(request.Priority), cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _queue.EnqueueAsync(request.Priority, () => Generating.Run(_pool.Get(request.Model), request, written, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync().ConfigureAwait(false);
        await _queue.DisposeAsync().ConfigureAwait(false);
        _pool.Dispose();
    }

    private Func<bool> GiveWay(RequestPriority priority) => () => priority == RequestPriority.Background && _queue.HasInteractive;

    private void UnloadIdle()
    {
        try
        {
            _ = _queue.EnqueueAsync(RequestPriority.Background, () =>
            {
                _pool.UnloadIdle();
                return true;
            }, CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The engine was closed in the meantime.
        }
    }
}
