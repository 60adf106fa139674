using System.Net.Sockets;
using ReasoningLsp.Inference.Engine;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>The engine's process: answers every client of its user until nobody has used it for a while.</summary>
public sealed class EngineServer : IDisposable
{
    private static readonly TimeSpan IdleCheck = TimeSpan.FromSeconds(20);

    private readonly EngineAddress _address;
    private readonly EngineOptions _options;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _idleExit;
    private readonly ModelProof? _proof;
    private readonly CancellationTokenSource _stop = new();
    private int _clients;
    private long _lastUse;

    /// <summary>An engine that is not running yet.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="options">How it computes.</param>
    /// <param name="clock">Time.</param>
    /// <param name="idleExit">It ends when it had no client for so long.</param>
    /// <param name="prover">Starts a process that loads the files named after its arguments and ends; null has every file loaded
    /// here.</param>
    public EngineServer(EngineAddress address, EngineOptions options, TimeProvider clock, TimeSpan idleExit, EngineLauncher? prover)
    {
        _proof = prover is null ? null : new ModelProof(prover, address.Proven, clock);
        _address = address;
        _options = options;
        _clock = clock;
        _idleExit = idleExit;
    }

    /// <summary>Runs until it is stopped or idle; false where another engine already serves this address.</summary>
    /// <exception cref="InferenceException">It cannot start.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        using var held = TryLock();
        if (held is null)
            return false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        await using var engine = LocalEngine.Start(_options, _clock);
        using var listener = Listen();
        Interlocked.Exchange(ref _lastUse, _clock.GetTimestamp());
        using var idle = _clock.CreateTimer(_ => StopIfIdle(), null, IdleCheck, IdleCheck);
        try
        {
            while (true)
                _ = ServeAsync(engine, await listener.AcceptAsync(stop.Token).ConfigureAwait(false), stop.Token);
        }
        catch (OperationCanceledException)
        {
            File.Delete(_address.Socket);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private FileStream? TryLock()
    {
        try
        {
            return new FileStream(_address.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private Socket Listen()
    {
        // Whoever listened there is gone: the lock is ours.
        File.Delete(_address.Socket);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(_address.Socket));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_address.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen();
        return listener;
    }

    private async Task ServeAsync(LocalEngine engine, Socket client, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _clients);
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            using var rpc = EngineWire.Connect(stream);
            rpc.AddLocalRpcTarget(new EngineTarget(engine, _proof, _stop.Cancel));
            rpc.StartListening();
            // A client that goes takes its requests along.
            await rpc.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or StreamJsonRpc.BadRpcHeaderException or System.Text.Json.JsonException)
        {
            // A client that breaks off or speaks nonsense is its own affair.
        }
        finally
        {
            Interlocked.Exchange(ref _lastUse, _clock.GetTimestamp());
            Interlocked.Decrement(ref _clients);
        }
    }

    private void StopIfIdle()
    {
        if (Volatile.Read(ref _clients) == 0 && _clock.GetElapsedTime(Interlocked.Read(ref _lastUse)) >= _idleExit)
            _stop.Cancel();
    }
}
