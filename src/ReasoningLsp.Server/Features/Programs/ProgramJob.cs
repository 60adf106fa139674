using ReasoningLsp.Programs;
using ReasoningLsp.Review.Programs;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Programs;

/// <summary>
/// Runs the programs of one document, off the way of a keystroke: those of the newest text only, after a moment without typing, and
/// what is known of programs that say the same is kept. What comes of them becomes part of the document's next review. Thread-safe.
/// </summary>
internal sealed class ProgramJob(Session session, IProgramSandbox sandbox, OpenDocument document) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_betweenShowing = TimeSpan.FromMilliseconds(500);

    private readonly ProgramReviewer _reviewer = new(sandbox);
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private long _sequence = -1;

    /// <summary>A review came in. Returns whether it is of a text that was known already, so that only more is known of it.</summary>
    public bool Take(ReviewedDocument reviewed)
    {
        lock (_gate)
        {
            if (_sequence == reviewed.Text.Sequence)
                return true;
            _sequence = reviewed.Text.Sequence;
            _running?.Cancel();
            _running?.Dispose();
            _running = new CancellationTokenSource();
            var token = _running.Token;
            _ = Task.Run(() => WorkAsync(reviewed, token), CancellationToken.None);
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _running?.Cancel();
            _running?.Dispose();
            _running = null;
        }
    }

    private async Task WorkAsync(ReviewedDocument reviewed, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(s_pause, session.Clock, cancellationToken).ConfigureAwait(false);
            await RunAsync(reviewed, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Those of a newer text are run instead, or the document is closed.
        }
        catch (SandboxUnavailableException error)
        {
            session.Notices.Warn($"No program was run: {error.Message}");
        }
        catch (Exception error)
        {
            session.Log.Write($"The programs of {reviewed.Text.Identity.Uri} could not be run", error);
        }
    }

    private async Task RunAsync(ReviewedDocument reviewed, CancellationToken cancellationToken)
    {
        var traces = reviewed.Document.Traces.Select(ProgramReader.Of).Where(programs => !programs.IsEmpty).ToList();
        var book = document.Programs.Of(traces);
        var shown = session.Clock.GetTimestamp();
        var isShown = true;
        foreach (var programs in traces.Where(programs => !book.Knows(programs)))
        {
            book = book.With(programs, await _reviewer.AnswersAsync(programs, cancellationToken).ConfigureAwait(false));
            isShown = session.Clock.GetElapsedTime(shown) >= s_betweenShowing;
            if (!isShown)
                continue;
            Show(book, cancellationToken);
            shown = session.Clock.GetTimestamp();
        }

        if (!isShown)
            Show(book, cancellationToken);
    }

    private void Show(ProgramBook book, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!cancellationToken.IsCancellationRequested)
                document.Programs = book;
        }
    }
}
