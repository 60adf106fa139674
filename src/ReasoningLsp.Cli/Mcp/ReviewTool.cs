using System.ComponentModel;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>review_text and review_file: what <c>review --format jsonl</c> says. Thread-safe.</summary>
internal sealed class ReviewTool(ProgramHost host, AgentTexts texts, AgentModels models)
{
    [Description("Review worked solutions with exact checks: every finding has evidence, ranges (lines and UTF-16 characters from 0) and "
        + "exact fixes.")]
    public Task<CallToolResult> TextAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The solution, or several.")] string text,
        [Description("How it is written" + AgentTexts.Formats)] string? format = null,
        [Description("Name of a checklist, or a question that is answered by yes or no.")] string? checklist = null,
        CancellationToken cancellationToken = default) =>
        ReviewAsync(texts.Passed(text, format), checklist, progress, cancellationToken);

    [Description("Review a file below the working directory with exact checks, as review_text does.")]
    public Task<CallToolResult> FileAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("Path of the file, relative to the working directory.")] string path,
        [Description("Name of a checklist, or a question that is answered by yes or no.")] string? checklist = null,
        CancellationToken cancellationToken = default) =>
        ReviewAsync(texts.Named(path), checklist, progress, cancellationToken);

    private async Task<CallToolResult> ReviewAsync(
        AgentText text, string? checklist, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        var failed = new FailedStages(host.Error.WriteLine);
        var list = checklist is null ? null : text.Checklist([checklist]);
        var stages = new ITraceStage?[] { models.ScoreStage(failed), models.ChecklistStage(list, failed) };
        var reviewed = await new ReviewPipeline([.. stages.OfType<ITraceStage>()])
            .ReviewAsync(text.Document, text.Policy, text.Told(progress), cancellationToken).ConfigureAwait(false);
        using var lines = new MemoryStream();
        using (var reporter = new JsonLinesReporter(lines))
        {
            reporter.Begin();
            foreach (var review in reviewed.WithDependents(cancellationToken).Reviews)
                reporter.Add(new ReviewedTrace(text.Source, review, []));
        }

        var traces = System.Text.Encoding.UTF8.GetString(lines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ToolAnswer.Of(text, new JsonObject { ["traces"] = new JsonArray([.. traces.Select(line => JsonNode.Parse(line))]) });
    }
}
