using System.Collections.Immutable;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Inputs;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Server.Features.Reports;

/// <summary>Reviews the files of the open folders that ask for it; those that are open as they stand in the editor.</summary>
internal sealed class WorkspaceReview(Session session, DocumentStore documents)
{
    /// <summary>Reviews one file after the other and hands each to <paramref name="take"/>.</summary>
    /// <param name="take">Given the path and the review of each.</param>
    /// <param name="progress">Told how many files are reviewed, of how many.</param>
    /// <param name="cancellationToken">Ends it between two files, or within one.</param>
    /// <exception cref="OperationCanceledException">A person had enough; what was taken stays.</exception>
    public async Task RunAsync(Action<string, ReviewedDocument> take, Action<int, int> progress, CancellationToken cancellationToken)
    {
        ImmutableArray<string> files = [.. Files(cancellationToken)];
        for (var done = 0; done < files.Length; done++)
        {
            progress(done, files.Length);
            cancellationToken.ThrowIfCancellationRequested();
            if (await ReviewAsync(files[done], cancellationToken).ConfigureAwait(false) is { } reviewed)
                take(files[done], reviewed);
        }

        progress(files.Length, files.Length);
    }

    /// <summary>The traces of a document as a report takes them.</summary>
    public static IEnumerable<ReviewedTrace> Traces(string name, ReviewedDocument reviewed)
    {
        var source = new SourceText(name, reviewed.Document.Text, 0, reviewed.Document.Format is TraceFormat.Json or TraceFormat.JsonLines);
        var keys = new FindingKeys();
        return reviewed.Reviews.Select(review => new ReviewedTrace(source, review, keys.For(review)));
    }

    private IEnumerable<string> Files(CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in session.Folders.Paths.Where(Directory.Exists))
        {
            foreach (var path in FolderWalk.Files(folder, (unreadable, message) => session.Log.Write($"{unreadable} cannot be read: {message}")))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (seen.Add(path) && FolderOptIn.Applies(path, session.Policies.For(Path.GetDirectoryName(path)).Configuration))
                    yield return path;
            }
        }
    }

    private async Task<ReviewedDocument?> ReviewAsync(string path, CancellationToken cancellationToken)
    {
        if (documents.All.FirstOrDefault(document => document.Text.Identity.Path == path) is { } open && await open.ReviewedAsync(cancellationToken).ConfigureAwait(false) is { } reviewed)
            return reviewed;
        try
        {
            var text = (await TraceFile.LoadAsync(path, cancellationToken).ConfigureAwait(false)).Text;
            var snapshot = new TextSnapshot(DocumentIdentity.Of(FilePath.ToUri(path), null), 0, 0, text, new DocumentPositions(text, LineIndex.Of(text), session.Profile.Encoding), null);
            return DocumentReviewer.Review(snapshot, session.Policies.For(Path.GetDirectoryName(path)), null, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Log.Write($"{path} cannot be read: {error.Message}");
            return null;
        }
    }
}
