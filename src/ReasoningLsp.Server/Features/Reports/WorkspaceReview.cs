using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Inputs;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Server.Features.Reports;

/// <summary>Reviews the files of the open folders that ask for it; those that are open as they stand in the editor.</summary>
internal sealed class WorkspaceReview(Session session, DocumentStore documents)
{
    private const int MostCandidates = 200, MostLookedAt = 5000;
    private const long LongestCandidate = 4 << 20;

    /// <summary>Reviews one file after the other. What was reviewed before a person had enough is told all the same.</summary>
    /// <param name="report">Told how many files are reviewed, of how many, and how many of a hundred parts that is.</param>
    /// <param name="take">Given every trace.</param>
    /// <param name="cancellationToken">A person had enough: ends it between two files, or within one.</param>
    public async Task<(ReviewSummary Summary, ImmutableArray<FlaggedFile> Files, bool IsCancelled)> SummariseAsync(
        Action<string, int?> report, Action<ReviewedTrace> take, CancellationToken cancellationToken)
    {
        var summary = ReviewSummary.Empty;
        var files = ImmutableArray.CreateBuilder<FlaggedFile>();
        try
        {
            await RunAsync(Take, Progress, cancellationToken).ConfigureAwait(false);
            return (summary, files.ToImmutable(), false);
        }
        catch (OperationCanceledException)
        {
            return (summary, files.ToImmutable(), true);
        }

        void Take(ReviewedDocument reviewed)
        {
            var before = summary;
            foreach (var trace in TracesOf(reviewed))
            {
                summary = summary.With(trace);
                take(trace);
            }

            files.Add(new FlaggedFile(reviewed.Text.Identity.Uri, summary.Errors - before.Errors, summary.Warnings - before.Warnings));
        }

        void Progress(int done, int all) => report(
            string.Create(CultureInfo.InvariantCulture, $"{done} of {all} files · {summary.Flagged} steps flagged"), all == 0
                ? null
                : 100 * done / all);
    }

    /// <summary>The traces of a document as a report takes them.</summary>
    public IEnumerable<ReviewedTrace> TracesOf(ReviewedDocument reviewed)
    {
        var isEscaped = TraceFormats.IsEscaped(reviewed.Document.Format);
        var source = new SourceText(NameOf(reviewed.Text.Identity), reviewed.Document.Text, 0, isEscaped);
        var keys = new FindingKeys();
        return reviewed.Reviews.Select(review => new ReviewedTrace(source, review, keys.For(review)));
    }

    /// <summary>Writes the whole report of one document.</summary>
    public void Report(ReviewedDocument reviewed, IReviewReporter reporter, CancellationToken cancellationToken)
    {
        reporter.Begin();
        var summary = ReviewSummary.Empty;
        foreach (var trace in TracesOf(reviewed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            summary = summary.With(trace);
            reporter.Add(trace);
        }

        reporter.End(summary, [], 0);
    }

    private async Task RunAsync(Action<ReviewedDocument> take, Action<int, int> progress, CancellationToken cancellationToken)
    {
        ImmutableArray<string> files = [.. Files(cancellationToken)];
        for (var done = 0; done < files.Length; done++)
        {
            progress(done, files.Length);
            cancellationToken.ThrowIfCancellationRequested();
            if (await ReviewAsync(files[done], cancellationToken).ConfigureAwait(false) is { } reviewed)
                take(reviewed);
        }

        progress(files.Length, files.Length);
    }

    private string NameOf(DocumentIdentity identity) => identity.Path is { } path && session.Folders.Around(path) is { } folder
        ? Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')
        : identity.Path ?? identity.Uri;

    /// <summary>Addresses of files that look like solutions and do not ask for review, as many as a person would look
    /// through.</summary>
    public async Task<ImmutableArray<string>> CandidatesAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        try
        {
            foreach (var path in Walked(cancellationToken).Take(MostLookedAt))
            {
                if (found.Count == MostCandidates)
                    break;
                if (TraceFormats.FromPath(path) is { } format && await LooksAsync(path, format, cancellationToken).ConfigureAwait(false))
                    found.Add(FilePath.ToUri(path));
            }
        }
        catch (OperationCanceledException)
        {
            // What was found by then is offered.
        }

        return found.ToImmutable();
    }

    private async Task<bool> LooksAsync(string path, TraceFormat format, CancellationToken cancellationToken)
    {
        if (Path.GetFileName(path) == FolderConfiguration.FileName
            || session.Policies.For(Path.GetDirectoryName(path)).Configuration.Exclude.Matches(path))
            return false;
        try
        {
            if (new FileInfo(path).Length > LongestCandidate)
                return false;
            var text = (await TraceFile.LoadAsync(path, cancellationToken).ConfigureAwait(false)).Text;
            return SolutionLikeness.Of(path, text, format);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private IEnumerable<string> Files(CancellationToken cancellationToken) => Walked(cancellationToken)
        .Where(path => FolderOptIn.Applies(path, session.Policies.For(Path.GetDirectoryName(path)).Configuration));

    private IEnumerable<string> Walked(CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in session.Folders.Paths.Where(Directory.Exists))
        {
            foreach (
                var path in FolderWalk.Files(folder, (unreadable, message) => session.Log.Write($"{unreadable} cannot be read: {message}")))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (seen.Add(path))
                    yield return path;
            }
        }
    }

    private async Task<ReviewedDocument?> ReviewAsync(string path, CancellationToken cancellationToken)
    {
        if (documents.All.FirstOrDefault(document => document.Text.Identity.Path == path) is { } open
            && await open.ReviewedAsync(cancellationToken).ConfigureAwait(false) is { } reviewed)
            return reviewed;
        try
        {
            var text = (await TraceFile.LoadAsync(path, cancellationToken).ConfigureAwait(false)).Text;
            var snapshot = TextSnapshot.Alone(DocumentIdentity.Of(FilePath.ToUri(path), null), text, session.Profile.Encoding);
            return DocumentReviewer.Review(snapshot, session.Policies.For(Path.GetDirectoryName(path)), null, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Log.Write($"{path} cannot be read: {error.Message}");
            return null;
        }
    }
}
