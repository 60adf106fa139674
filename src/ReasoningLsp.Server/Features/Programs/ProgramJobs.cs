using System.Collections.Concurrent;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Programs;

/// <summary>Has the programs of what is reviewed run, where a person switched that on.</summary>
internal sealed class ProgramJobs(Session session) : IReviewObserver
{
    private readonly ConcurrentDictionary<OpenDocument, ProgramJob> _jobs = [];

    /// <inheritdoc/>
    public void Reviewed(OpenDocument document, ReviewedDocument? reviewed)
    {
        if (reviewed is null || !session.Settings.RunsPrograms || session.Programs is not { } sandbox)
            End(document);
        else if (_jobs.GetOrAdd(document, opened => new ProgramJob(session, sandbox, opened)).Take(reviewed))
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
        if (!document.Programs.IsEmpty)
            document.Programs = ProgramBook.Empty;
    }
}
