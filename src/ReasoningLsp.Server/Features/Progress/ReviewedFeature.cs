using System.Collections.Concurrent;
using ReasoningLsp.Review;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Progress;

/// <summary>Tells clients that want to know what is being reviewed and what came of it.</summary>
internal sealed class ReviewedFeature(Session session, DiagnosticsFeature diagnostics) : IFeature, IReviewObserver
{
    private readonly ConcurrentDictionary<OpenDocument, SlowReview> _running = [];

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

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
        _ = session.Client.NotifyAsync("$/reasoning/reviewed", Counts(document, reviewed), LspWriter.Default.ReviewedParams);
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
        int Sum(StepState state) => reviews.Sum(review => review.Count(state));
        return new ReviewedParams(
            new VersionedTextDocumentIdentifier(text.Identity.Uri, text.Version), reviewed is not null, reviews.Length, reviews.Sum(review => review.Steps.Length),
            Sum(StepState.Flagged), Sum(StepState.Checked), Sum(StepState.NothingCheckable), reviewed?.StepsChecked ?? 0, diagnostics.Waiting(document),
            reviews.Sum(review => review.Scores?.Steps.Length ?? 0), reviews.Sum(StepScores.DoubtedIn));
    }
}
