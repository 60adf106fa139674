using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Scores;

/// <summary>
/// Scores one document, off the way of a keystroke: the newest text only, after a moment without typing, and what was
/// scored of it before is kept. Scores become part of the document's next review. Thread-safe.
/// </summary>
internal sealed class ScoringJob(Session session, OpenDocument document, Action<ScoringState> tell) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BetweenShowing = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private long _sequence = -1;
    private string? _name;

    /// <summary>A review came in. Returns whether it is of a text that was known already, so that only more is known of it.</summary>
    public bool Take(ReviewedDocument reviewed, string name)
    {
        lock (_gate)
        {
            if (_sequence == reviewed.Text.Sequence && _name == name)
                return true;
            if (_name is not null && _name != name)
                document.Scores = ScoreBook.Empty;
            (_sequence, _name) = (reviewed.Text.Sequence, name);
            _running?.Cancel();
            _running?.Dispose();
            _running = new CancellationTokenSource();
            var token = _running.Token;
            _ = Task.Run(() => WorkAsync(reviewed, name, token), CancellationToken.None);
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

    private async Task WorkAsync(ReviewedDocument reviewed, string name, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Pause, session.Clock, cancellationToken).ConfigureAwait(false);
            tell(ScoringState.Scoring(name));
            var model = session.Models.RewardModel(name);
            var unscored = await ScoreAsync(reviewed, model, cancellationToken).ConfigureAwait(false);
            tell(unscored is null ? ScoringState.Ready(name, model.Profile.Caution) : ScoringState.Partly(name, unscored));
            await FinishAsync(reviewed, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A newer text is scored instead, or the document is closed.
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            tell(ScoringState.Failed(name, error.Message));
        }
        catch (Exception error)
        {
            session.Log.Write($"{reviewed.Text.Identity.Uri} could not be scored", error);
            tell(ScoringState.Failed(name, "an unexpected error, which stands in the log"));
        }
    }

    // What kept the first solution that cannot be scored from it, or null. Those beside it, and its own earlier steps, have scores.
    private async Task<string?> ScoreAsync(ReviewedDocument reviewed, ScoringModel model, CancellationToken cancellationToken)
    {
        var scorer = session.Models.Scorer;
        var book = document.Scores;
        var shown = session.Clock.GetTimestamp();
        var priority = RequestPriority.Interactive;
        var unfinished = Unfinished(reviewed);
        string? unscored = null;
        foreach (var trace in ScoringOrder.Of(reviewed).Select(review => review.Trace))
        {
            foreach (var count in ScoringOrder.Stages(model.Profile, book.Covered(trace), trace.Steps.Length))
            {
                TraceScores scores;
                try
                {
                    scores = await scorer.ScoreAsync(model, trace with { Steps = trace.Steps[..count] }, priority, cancellationToken)
                        .ConfigureAwait(false);
                }
                catch (Exception error) when (UnscoredSolution.Is(error))
                {
                    unscored ??= error.Message;
                    break;
                }

                book = book.With(trace, unfinished is { } last && last.Trace == trace ? Marked(scores, last.Step) : scores);
                if (session.Clock.GetElapsedTime(shown) < BetweenShowing)
                    continue;
                Show(book, cancellationToken);
                shown = session.Clock.GetTimestamp();
            }

            priority = RequestPriority.Background;
        }

        Show(book, cancellationToken);
        return unscored;
    }

    // A step that is still being written is scored as far as it goes, and nothing is found wrong with it before it is left.
    private async Task FinishAsync(ReviewedDocument reviewed, CancellationToken cancellationToken)
    {
        if (reviewed.Text.Typing is not { } typing || Unfinished(reviewed) is null)
            return;
        var left = Typing.Patience - session.Clock.GetElapsedTime(typing.When);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, session.Clock, cancellationToken).ConfigureAwait(false);
        Show(document.Scores.Finished(), cancellationToken);
    }

    private void Show(ScoreBook book, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!cancellationToken.IsCancellationRequested)
                document.Scores = book;
        }
    }

    private static (Trace Trace, int Step)? Unfinished(ReviewedDocument reviewed) =>
        reviewed.Text.Typing is { } typing
            && reviewed.StepAt(typing.Caret) is var (review, step)
            && step.Index == review.Trace.Steps.Length - 1
            ? (review.Trace, step.Index)
            : null;

    private static TraceScores Marked(TraceScores scores, int unfinished) => unfinished >= scores.Steps.Length
        ? scores
        : scores with { Steps = scores.Steps.SetItem(unfinished, scores.Steps[unfinished] with { IsPartial = true }) };
}
