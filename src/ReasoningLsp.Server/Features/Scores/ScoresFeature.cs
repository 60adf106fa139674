using System.Collections.Concurrent;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Scoring;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Scores;

/// <summary>Has the steps of what is reviewed scored by a reward model, where a person set one, and tells how far that is.</summary>
internal sealed class ScoresFeature(Session session, Renewal renewal) : IFeature, IReviewObserver
{
    private readonly ConcurrentDictionary<OpenDocument, ScoringJob> _jobs = [];

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    /// <inheritdoc/>
    public void Reviewed(OpenDocument document, ReviewedDocument? reviewed)
    {
        if (reviewed is null || session.Settings.Scores is not { } name)
            End(document);
        else if (_jobs.GetOrAdd(document, opened => new ScoringJob(session, opened, state => Tell(opened, state))).Take(reviewed, name))
            renewal.Refresh();
    }

    /// <inheritdoc/>
    public void Closed(OpenDocument document)
    {
        if (_jobs.TryRemove(document, out var job))
            job.Dispose();
    }

    private void End(OpenDocument document)
    {
        Closed(document);
        if (document.Scores.IsEmpty)
            return;
        document.Scores = ScoreBook.Empty;
        Tell(document, new ScoringState("off", string.Empty, null));
    }

    private void Tell(OpenDocument document, ScoringState state)
    {
        if (session.Profile.ReasoningNotifications)
            _ = session.Client.NotifyAsync("$/reasoning/scores", new ScoresParams(new TextDocumentIdentifier(document.Text.Identity.Uri), state.Name, state.Model, state.Message), LspWriter.Default.ScoresParams);
        if (state is { Name: "failed", Message: { } reason })
            session.Notices.Warn($"No model scores: {reason}");
    }
}
