using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Transport;

/// <summary>Where a session stands: created, running, shut down, over. Messages are refused where the protocol says so.</summary>
internal sealed class ServerLifecycle
{
    private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _initialized;
    private volatile bool _shutDown;

    /// <summary>Ends with the exit code when the session is over.</summary>
    public Task<int> Exited => _exit.Task;

    /// <summary>Whether notifications have a meaning now.</summary>
    public bool AdmitsNotification => _initialized && !_shutDown;

    /// <summary>Refuses a request before the session begins and after it ends.</summary>
    /// <exception cref="LspException">It is refused.</exception>
    public void AdmitRequest(string method)
    {
        if (_shutDown)
            throw new LspException(LspError.InvalidRequest, $"{method} came after shutdown.");
        if (!_initialized)
            throw new LspException(LspError.ServerNotInitialized, $"{method} came before initialize.");
    }

    /// <summary>Begins the session.</summary>
    /// <exception cref="LspException">It has begun already, or is over.</exception>
    public void Initialize()
    {
        if (_initialized || _shutDown)
            throw new LspException(LspError.InvalidRequest, "initialize is sent once, first.");
        _initialized = true;
    }

    /// <summary>Ends the work; only <c>exit</c> is expected after it.</summary>
    public void ShutDown()
    {
        AdmitRequest("shutdown");
        _shutDown = true;
    }

    /// <summary>The client asks the process to end: 0 after a shutdown, else 1.</summary>
    public void Exit() => _exit.TrySetResult(_shutDown ? 0 : 1);

    /// <summary>The client is gone without a word.</summary>
    public void Lose() => _exit.TrySetResult(1);
}
