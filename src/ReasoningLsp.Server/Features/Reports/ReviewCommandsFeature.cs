using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Reports;

/// <summary>Reviews on a person's word: a file that does not ask for it, or everything; and reports.</summary>
internal sealed class ReviewCommandsFeature(Session session, DocumentStore documents, CommandFeature commands, WorkDone workDone, Action refresh) : IFeature
{
    private readonly WorkspaceReview _workspace = new(session, documents);

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Notification("window/workDoneProgress/cancel", json => json.WorkDoneProgressCancelParams, cancel => workDone.Cancel(cancel.Token));
        commands.Add(CommandNames.ReviewFile, ReviewFileAsync);
        commands.Add(CommandNames.ReviewWorkspace, ReviewWorkspaceAsync);
        commands.Add(CommandNames.OpenReport, ReportAsync);
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> ReviewFileAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var document = documents.Get(call.Word(0));
        document.Name();
        await document.ReviewedAsync(cancellationToken).ConfigureAwait(false);
        // A client that pulls has asked already, when there was nothing to show.
        refresh();
        return null;
    }

    private Task<JsonElement?> ReviewWorkspaceAsync(ExecuteCommandParams call, CancellationToken cancellationToken) =>
        workDone.RunAsync<JsonElement?>("Reviewing solutions", call.WorkDoneToken, async (report, stop) =>
        {
            var (summary, files, cancelled) = await SummariseAsync(report, (_, _) => { }, stop).ConfigureAwait(false);
            var flagged = files.Where(file => file.Errors + file.Warnings > 0).ToImmutableArray();
            return JsonSerializer.SerializeToElement(
                new WorkspaceResult(files.Length, summary.Traces, summary.Steps, summary.Flagged, summary.Checked, summary.NothingCheckable, summary.Errors, summary.Warnings, cancelled, flagged),
                LspWriter.Default.WorkspaceResult);
        }, cancellationToken);

    private async Task<JsonElement?> ReportAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var path = session.Files.FileNamed("review.html");
        using (var output = new FileStream(path, FileMode.Create, FileAccess.Write))
        using (var reporter = new HtmlReporter(output))
        {
            reporter.Begin();
            if (call.OptionalWord(0) is { } uri)
                await WriteFileAsync(uri, reporter, cancellationToken).ConfigureAwait(false);
            else
                await WriteWorkspaceAsync(call.WorkDoneToken, reporter, cancellationToken).ConfigureAwait(false);
        }

        var address = FilePath.ToUri(path);
        if (session.Profile.ShowsDocuments)
            await session.Client.RequestAsync("window/showDocument", new ShowDocumentParams(address, External: true), LspWriter.Default.ShowDocumentParams, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(new ReportResult(address), LspWriter.Default.ReportResult);
    }

    private async Task WriteFileAsync(string uri, HtmlReporter reporter, CancellationToken cancellationToken)
    {
        var reviewed = await documents.ReviewedAsync(uri, cancellationToken).ConfigureAwait(false);
        var summary = ReviewSummary.Empty;
        foreach (var trace in WorkspaceReview.Traces(NameOf(reviewed.Text.Identity), reviewed))
        {
            summary = summary.With(trace);
            reporter.Add(trace);
        }

        reporter.End(summary, [], 0);
    }

    private async Task WriteWorkspaceAsync(JsonElement? token, HtmlReporter reporter, CancellationToken cancellationToken)
    {
        var summary = await workDone.RunAsync("Reviewing solutions", token, async (report, stop) => (await SummariseAsync(report, (_, trace) => reporter.Add(trace), stop).ConfigureAwait(false)).Summary, cancellationToken).ConfigureAwait(false);
        reporter.End(summary, [], 0);
    }

    // What was reviewed before a person had enough is reported all the same.
    private async Task<(ReviewSummary Summary, ImmutableArray<FlaggedFile> Files, bool Cancelled)> SummariseAsync(Action<string, int?> report, Action<string, ReviewedTrace> take, CancellationToken cancellationToken)
    {
        var summary = ReviewSummary.Empty;
        var files = ImmutableArray.CreateBuilder<FlaggedFile>();
        try
        {
            await _workspace.RunAsync(
                (path, reviewed) =>
                {
                    var before = summary;
                    foreach (var trace in WorkspaceReview.Traces(NameOf(reviewed.Text.Identity), reviewed))
                    {
                        summary = summary.With(trace);
                        take(path, trace);
                    }

                    files.Add(new FlaggedFile(reviewed.Text.Identity.Uri, summary.Errors - before.Errors, summary.Warnings - before.Warnings));
                },
                (done, all) => report(string.Create(CultureInfo.InvariantCulture, $"{done} of {all} files · {summary.Flagged} steps flagged"), all == 0 ? null : 100 * done / all),
                cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return (summary, files.ToImmutable(), true);
        }

        return (summary, files.ToImmutable(), false);
    }

    private string NameOf(DocumentIdentity identity) => identity.Path is { } path && session.Folders.Around(path) is { } folder
        ? Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')
        : identity.Path ?? identity.Uri;
}
