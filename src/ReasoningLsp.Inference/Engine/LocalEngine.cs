using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>llama.cpp in this process.</summary>
public sealed class LocalEngine : IInferenceEngine
{
    private static readonly TimeSpan IdleCheck = TimeSpan.FromSeconds(30);

    private readonly Writing _writing = new();
    private readonly WorkQueue _queue;
    private readonly NativeRuntime _runtime;
    private readonly ModelPool _pool;
    private readonly ITimer _idle;

    private LocalEngine(NativeRuntime runtime, EngineOptions options, TimeProvider clock)
    {
        _runtime = runtime;
        _queue = new WorkQueue(() => _writing.Urgency, _writing.Step);
        Identity = runtime.Identity;
        _pool = new ModelPool(runtime, options, clock);
        _idle = clock.CreateTimer(_ => UnloadIdle(), null, IdleCheck, IdleCheck);
    }

    /// <summary>Which llama.cpp computes, and on what.</summary>
    public EngineIdentity Identity { get; }

    /// <summary>Requests that wait.</summary>
    public int Waiting => _queue.Waiting + _writing.Count;

    /// <summary>Loads llama.cpp.</summary>
    /// <exception cref="InferenceException">It is missing, or of another build.</exception>
    public static LocalEngine Start(EngineOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        return new LocalEngine(NativeRuntime.Load(options.Natives), options, clock);
    }

    /// <summary>Checks what the first model would: that its libraries are laid out as they say.</summary>
    /// <exception cref="InferenceException">They are not.</exception>
    public void Check() => _runtime.MakeReady();

    /// <inheritdoc/>
    public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
        DescribeAsync(model, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken) =>
        ScoreAsync(request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken) =>
        CompareAsync(request, null, cancellationToken);

    /// <inheritdoc/>
    public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken) =>
        GenerateAsync(request, written, null, cancellationToken);

    /// <summary>As the verb; <paramref name="started"/> is called when its turn comes.</summary>
    internal Task<ModelDescription> DescribeAsync(ModelReference model, Action? started, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RunAsync(RequestPriority.Interactive, started, () => _pool.Get(model).Describe(model.Adapter), cancellationToken);
    }

    /// <summary>As the verb; <paramref name="started"/> is called when its turn comes.</summary>
    internal Task<ScoreResult> ScoreAsync(ScoreRequest request, Action? started, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunAsync(request.Priority, started,
            () => Scoring.Run(_pool.Get(request.Model), request, GiveWay(request.Priority), cancellationToken), cancellationToken);
    }

    /// <summary>As the verb; <paramref name="started"/> is called when its turn comes.</summary>
    internal Task<CompareResult> CompareAsync(CompareRequest request, Action? started, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunAsync(request.Priority, started,
            () => Comparing.Run(_pool.Get(request.Model), request, GiveWay(request.Priority), cancellationToken), cancellationToken);
    }

    /// <summary>As the verb; <paramref name="started"/> is called when its turn comes.</summary>
    internal async Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, Action? started,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = await RunAsync(request.Priority, started,
            () => _writing.Begin(_pool.Get(request.Model), request, written, cancellationToken), cancellationToken, joins: true)
            .ConfigureAwait(false);
        return await text.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync().ConfigureAwait(false);
        await _queue.DisposeAsync().ConfigureAwait(false);
        _writing.Dispose();
        _pool.Dispose();
    }

    private Task<T> RunAsync<T>(RequestPriority priority, Action? started, Func<T> work, CancellationToken cancellationToken,
        bool joins = false) => _queue.EnqueueAsync(priority, () =>
    {
        started?.Invoke();
        return work();
    }, joins, cancellationToken);

    private Func<bool> GiveWay(RequestPriority priority) => () => priority == RequestPriority.Background && _queue.HasInteractive;

    private void UnloadIdle()
    {
        try
        {
            _ = _queue.EnqueueAsync(RequestPriority.Background, () =>
            {
                _pool.UnloadIdle();
                return true;
            }, joins: false, CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The engine was closed in the meantime.
        }
    }
}
