using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.Reports;

/// <summary>The report of one document as Markdown, to be pasted where an author reads it.</summary>
internal sealed class ReportTextCommand(DocumentStore documents, WorkspaceReview workspace) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ReportText;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var reporter = new MarkdownReporter(output);
        workspace.Report(reviewed, reporter, cancellationToken);
        return JsonSerializer.SerializeToElement(output.ToString(), LspWriter.Default.String);
    }
}
