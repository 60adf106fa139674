using System.Collections.Concurrent;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Progress;

/// <summary>Tells clients that want to know what is being reviewed and what came of it.</summary>
internal sealed class ReviewNotifications(Session session, DiagnosticsFeature diagnostics) : IReviewObserver
{
    private readonly ConcurrentDictionary<OpenDocument, SlowReview> _running = [];

    /// <inheritdoc/>
    public void Progressed(OpenDocument document, TextSnapshot text, TextSpan left)
    {
        if (session.Profile.ReasoningNotifications)
            _running.GetOrAdd(document, _ => new SlowReview(session)).Progressed(text, left);
    }

    /// <inheritdoc/>
    public void Reviewed(OpenDocument document, ReviewedDocument? reviewed)
    {
        if (!session.Profile.ReasoningNotifications)
            return;
        if (_running.TryRemove(document, out var running))
            running.End();
        _ = session.Client.ReviewedAsync(Counts(document, reviewed));
    }

    /// <inheritdoc/>
    public void Closed(OpenDocument document)
    {
        if (_running.TryRemove(document, out var running))
            running.End();
    }

    private ReviewedParams Counts(OpenDocument document, ReviewedDocument? reviewed)
    {
        var text = reviewed?.Text ?? document.Text;
        var reviews = reviewed?.Reviews ?? [];
        int Sum(StepState state) => reviews.Sum(review => StepScores.Count(review, state));
        return new ReviewedParams(
            new VersionedTextDocumentIdentifier(text.Identity.Uri, text.Version),
            IsReviewed: reviewed is not null,
            Traces: reviews.Length,
            Steps: reviews.Sum(review => review.Steps.Length),
            Flagged: Sum(StepState.Flagged),
            Checked: Sum(StepState.Checked),
            NothingCheckable: Sum(StepState.NothingCheckable),
            StepsChecked: reviewed?.StepsChecked ?? 0,
            Waiting: diagnostics.Waiting(document),
            Scored: reviews.Sum(review => review.Scores?.Steps.Length ?? 0),
            Doubted: Sum(StepState.Doubted),
            Dismissed: Sum(StepState.Dismissed),
            Silenced: Sum(StepState.Silenced),
            OfWhole: reviews.Sum(review => review.OfWhole.Count()),
            LooksLikeSolution: reviewed is null && document.LooksLikeSolution);
    }
}
