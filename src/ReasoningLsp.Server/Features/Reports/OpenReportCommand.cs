using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Rules;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Reports;

/// <summary>Writes a report that anyone can read, of one document or of the open folders, and shows it.</summary>
internal sealed class OpenReportCommand(Session session, DocumentStore documents, WorkspaceReview workspace) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.OpenReport;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri?"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var path = session.Files.FileNamed("review.html");
        using (var output = new FileStream(path, FileMode.Create, FileAccess.Write))
        using (var reporter = new HtmlReporter(output, RulePageLinks.OfReport(session)))
        {
            if (call.OptionalWord(0) is { } uri)
                workspace.Report(await documents.ReviewedAsync(uri, cancellationToken).ConfigureAwait(false), reporter, cancellationToken);
            else
                await WriteWorkspaceAsync(call.WorkDoneToken, reporter, cancellationToken).ConfigureAwait(false);
        }

        var address = FilePath.ToUri(path);
        await session.Client.ShowDocumentAsync(new ShowDocumentParams(address, External: true), cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(new ReportResult(address), LspWriter.Default.ReportResult);
    }

    private async Task WriteWorkspaceAsync(JsonElement? token, HtmlReporter reporter, CancellationToken cancellationToken)
    {
        reporter.Begin();
        var (summary, _, _) = await session.WorkDone.RunAsync(
            "Reviewing solutions", token, (report, stop) =>
                workspace.SummariseAsync(report, reporter.Add, stop), cancellationToken).ConfigureAwait(false);
        reporter.End(summary, [], 0);
    }
}
