using System.Collections.Immutable;
using System.Diagnostics;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>Finds the engine or starts it, one start at a time, and waits longer before each start that follows a quick death.
/// Thread-safe.</summary>
internal sealed class EngineStarter(EngineAddress address, EngineLauncher launcher, TimeProvider clock) : IAsyncDisposable
{
    private const int KeptWords = 500;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan QuickDeath = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastBreath = TimeSpan.FromSeconds(2);

    /// <summary>Exit codes of a process that was ended by SIGKILL or SIGTERM, and of one that ended in order.</summary>
    private static readonly ImmutableArray<int> NoCrash = [0, 1, 137, 143];

    private readonly SemaphoreSlim _one = new(1, 1);
    private EngineConnection? _connection;
    private Process? _process;
    private DateTimeOffset _started;
    private TimeSpan _wait;
    private EngineDeath _death;
    private string _words = string.Empty;

    /// <summary>What the last engine said before it died, as a sentence to append, or nothing.</summary>
    public string LastWords => _words.Length == 0 ? string.Empty : $" Its last words: {_words.Trim()}";

    /// <summary>An open connection.</summary>
    /// <exception cref="InferenceException">The engine cannot be started.</exception>
    public async Task<EngineConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connection is { IsOpen: true })
                return _connection;
            if (_connection is not null)
                await _connection.DisposeAsync().ConfigureAwait(false);
            _connection = null;
            return _connection = await EngineConnection.TryOpenAsync(address, cancellationToken).ConfigureAwait(false)
                ?? await StartAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Never gives this connection out again, and says how its engine died.</summary>
    public async Task<EngineDeath> DiscardAsync(EngineConnection connection)
    {
        await _one.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (!ReferenceEquals(_connection, connection))
                return _death;
            _connection = null;
            return _death = await DeathAsync().ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync().ConfigureAwait(false);
        _process?.Dispose();
        _one.Dispose();
    }

    private async Task<EngineDeath> DeathAsync()
    {
        if (_process is not { } process)
            return EngineDeath.Unknown;
        try
        {
            // The socket closes a little before the process is gone.
            using var limit = new CancellationTokenSource(LastBreath, clock);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return NoCrash.Contains(process.ExitCode) ? EngineDeath.Outside : EngineDeath.Crash;
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidOperationException)
        {
            // It lives: it was another's engine that died.
            return EngineDeath.Unknown;
        }
    }

    private async Task<EngineConnection> StartAsync(CancellationToken cancellationToken)
    {
        _wait = clock.GetUtcNow() - _started > QuickDeath ? TimeSpan.Zero
            : _wait == TimeSpan.Zero ? FirstWait : _wait * 2 > LongestWait ? LongestWait : _wait * 2;
        if (_wait > TimeSpan.Zero)
            await Task.Delay(_wait, clock, cancellationToken).ConfigureAwait(false);
        _started = clock.GetUtcNow();
        _process?.Dispose();
        var process = _process = launcher.Start();
        process.StandardInput.Close();
        _words = string.Empty;
        process.ErrorDataReceived += (_,
            line) => _words = line.Data is { Length: > 0 } text ? text[..Math.Min(text.Length, KeptWords)] : _words;
        process.BeginErrorReadLine();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var begun = clock.GetTimestamp();
        while (clock.GetElapsedTime(begun) < StartLimit)
        {
            if (await EngineConnection.TryOpenAsync(address, cancellationToken).ConfigureAwait(false) is { } connection)
                return connection;
            // Another client may have started one at the same moment; then ours ends by itself, in order.
            if (process.HasExited && process.ExitCode != 0)
            {
                await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                throw new InferenceException(InferenceError.Unavailable,
                    $"The engine ended as it started (exit code {process.ExitCode}): `reasoning-lsp models engine` tells which "
                        + $"libraries can be used.{LastWords}");
            }

            await Task.Delay(Poll, clock, cancellationToken).ConfigureAwait(false);
        }

        throw new InferenceException(InferenceError.Unavailable,
            $"The engine did not answer within {StartLimit.TotalSeconds:0} seconds.{LastWords}");
    }
}
