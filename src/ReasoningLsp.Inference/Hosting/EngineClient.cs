using ReasoningLsp.Inference.Requests;
using StreamJsonRpc;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>
/// The user's shared engine: found or started on demand, started again when it dies. Of the requests whose turn had come when the engine
/// died the likeliest is blamed, tried once more by itself, and then refused; all others are simply sent again.
/// </summary>
public sealed class EngineClient : IInferenceEngine
{
    private const int Attempts = 40;

    private readonly EngineStarter _starter;
    private readonly Quarantine _quarantine;

    /// <summary>A client of the engine at <paramref name="address"/>.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="launcher">How it is started.</param>
    /// <param name="clock">Time.</param>
    public EngineClient(EngineAddress address, EngineLauncher launcher, TimeProvider clock)
    {
        _starter = new EngineStarter(address, launcher, clock);
        _quarantine = new Quarantine(clock);
    }

    /// <summary>What the engine says of itself; it is started if it was not running.</summary>
    public Task<EngineHello> HelloAsync(CancellationToken cancellationToken) =>
        CallAsync("hello", string.Empty, (rpc, _) => rpc.InvokeWithParameterObjectAsync<EngineHello>("hello", null, cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
        CallAsync("describe", model,
        (rpc, started) => rpc.InvokeWithParameterObjectAsync<ModelDescription>("describe", new { request = model, started },
        cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken) =>
        CallAsync("score", request,
        (rpc, started) => rpc.InvokeWithParameterObjectAsync<ScoreResult>("score", new { request, started }, cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken) =>
        CallAsync("compare", request,
        (rpc, started) => rpc.InvokeWithParameterObjectAsync<CompareResult>("compare", new { request, started }, cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken)
    {
        // What was shown cannot be taken back: text that was begun is not written again by another engine. What nobody sees is not told.
        var begun = new StrongFlag();
        IProgress<string>? relay = written is null ? null : new Relay<string>(text =>
        {
            begun.Set();
            written.Report(text);
        });
        return CallAsync("generate", request, (rpc, started) => begun.IsSet
            ? throw new InferenceException(InferenceError.Unavailable, "The engine died while it wrote.")
            : rpc.InvokeWithParameterObjectAsync<GenerateResult>("generate", new { request, written = relay, started }, cancellationToken),
                cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _starter.DisposeAsync();

    private async Task<TResult> CallAsync<TRequest, TResult>(string verb, TRequest request,
        Func<JsonRpc, IProgress<bool>, Task<TResult>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = verb + Quarantine.Key(request);
        var one = new RunningCall();
        try
        {
            return await CallAsync(one, key, call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            one.End();
        }
    }

    private async Task<TResult> CallAsync<TResult>(RunningCall one, string key, Func<JsonRpc, IProgress<bool>, Task<TResult>> call,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (_quarantine.Refuses(key))
                throw new InferenceException(InferenceError.Unavailable,
                    $"The engine died again and again while it computed this, so it is not tried again for a while.{_starter.LastWords}");
            var connection = await _starter.ConnectAsync(cancellationToken).ConfigureAwait(false);
            var running = connection.Running;
            try
            {
                // An engine that hangs does not answer that it was told to stop.
                var result = await call(connection.Rpc, new Relay<bool>(_ => running.Started(one))).WaitAsync(cancellationToken)
                    .ConfigureAwait(false);
                running.Answered(one);
                _quarantine.Survived(key);
                return result;
            }
            catch (RemoteInvocationException error) when (error.DeserializedErrorData is EngineFault)
            {
                running.Answered(one);
                throw ((EngineFault)error.DeserializedErrorData).ToException();
            }
            catch (RemoteRpcException error) when (error is not ConnectionLostException)
            {
                running.Answered(one);
                throw new InferenceException(InferenceError.Failed, $"The engine could not answer: {error.Message}", error);
            }
            catch (Exception error) when (error is ConnectionLostException or ObjectDisposedException or IOException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var death = await _starter.DiscardAsync(connection).ConfigureAwait(false);
                var (isBlamed, others) = running.Died(one);
                if (isBlamed)
                    _quarantine.Died(key, death);
                if (attempt >= Attempts)
                    throw new InferenceException(InferenceError.Unavailable, $"The engine dies again and again.{_starter.LastWords}",
                        error);
                // What may have been the cause is tried again by itself, so that it harms no other.
                if (isBlamed && death == EngineDeath.Crash)
                    await others.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }

    private sealed class StrongFlag
    {
        private int _value;

        public bool IsSet => Volatile.Read(ref _value) != 0;

        public void Set() => Volatile.Write(ref _value, 1);
    }
}
