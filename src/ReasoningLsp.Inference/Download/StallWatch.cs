namespace ReasoningLsp.Inference.Download;

/// <summary>Cancels when nothing happens for a while.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _linked;
    private readonly TimeSpan _limit;

    public StallWatch(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        _limit = limit;
        _timeout = new CancellationTokenSource(limit, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, cancellationToken);
    }

    /// <summary>Cancelled when it stalls, or from outside.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>Something happened.</summary>
    public void Restart() => _timeout.CancelAfter(_limit);

    /// <inheritdoc/>
    public void Dispose()
    {
        _linked.Dispose();
        _timeout.Dispose();
    }
}
