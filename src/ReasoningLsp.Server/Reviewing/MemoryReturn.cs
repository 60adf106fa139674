using System.Runtime;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>Gives memory back once a large document is closed: a server that nobody types in collects nothing by itself.</summary>
internal sealed class MemoryReturn(TimeProvider clock, Action collect) : IReviewObserver, IDisposable
{
    /// <summary>Units of text from which on a document is large: its review takes tens of megabytes.</summary>
    internal const int Large = 500_000;

    // Files are closed and opened by turns; the last closing counts.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private ITimer? _timer;

    /// <summary>Collects everything and hands the pages back to the system, which stops the server for some tenths of a second.</summary>
    public static void Collect()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <inheritdoc/>
    public void Closed(OpenDocument document)
    {
        if (document.Text.Text.Length < Large)
            return;
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = clock.CreateTimer(_ => collect(), null, s_pause, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
            _timer?.Dispose();
    }
}
