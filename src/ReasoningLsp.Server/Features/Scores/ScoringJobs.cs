using System.Collections.Concurrent;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Scores;

/// <summary>Has the steps of what is reviewed scored by a reward model, where a person set one, and tells how far that is.</summary>
internal sealed class ScoringJobs(Session session) : IReviewObserver
{
    private readonly ConcurrentDictionary<OpenDocument, ScoringJob> _jobs = [];

    /// <inheritdoc/>
    public void Reviewed(OpenDocument document, ReviewedDocument? reviewed)
    {
        if (reviewed is null || session.Settings.Scores is not { } name)
            End(document);
        else if (_jobs.GetOrAdd(document, opened => new ScoringJob(session, opened, state => Tell(opened, state))).Take(reviewed, name))
            _ = session.Client.RefreshAsync();
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
        var text = new TextDocumentIdentifier(document.Text.Identity.Uri);
        _ = session.Client.ScoresAsync(new ScoresParams(text, state.Name, state.Model, state.Message));
        if (state is { Name: "failed", Message: { } reason })
            session.Notices.Warn($"No model scores: {reason}");
        // Its length changes with every key; that it is too long is told once.
        else if (state is { IsPartial: true, Message: { } lacking })
            session.Notices.Warn($"No model scores: {lacking}", $"{text.Uri} {lacking.Split(':')[0]}");
    }
}
