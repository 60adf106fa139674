using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>apply_checklist. Thread-safe.</summary>
internal sealed class ApplyChecklistTool(AgentTexts texts, AgentModels models)
{
    [Description("Answer a checklist for a solution: exact checks first, then the judge where one is configured. Verdicts are yes, no, "
        + "n/a or unsure, with who answered and the evidence.")]
    public async Task<CallToolResult> RunAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The solution.")] string text,
        [Description("Names of checklists (worked-solution, proof, argument, or the team's own), or questions.")] string[] checklist,
        [Description("How the solution is written" + AgentTexts.Formats)] string? format = null,
        CancellationToken cancellationToken = default)
    {
        var passed = texts.Passed(text, format);
        var stage = models.ChecklistStage(
            passed.Checklist([.. checklist]), new FailedStages(message => throw new McpException(message)));
        var reviewed = await new ReviewPipeline(stage)
            .ReviewAsync(passed.Document, passed.Policy, passed.Told(progress), cancellationToken).ConfigureAwait(false);
        return ToolAnswer.Of(passed, new { traces = reviewed.Reviews.Select(Of) });
    }

    private static object Of(TraceReview review) =>
        review.Checklist is { } answered ? Of(review.Trace.Index, answered) : throw new McpException(review.Failures[0].Message);

    private static object Of(int trace, ChecklistReview review) => new
    {
        trace,
        checklist = review.Name,
        passRate = review.PassRate,
        summary = VerdictText.PassRate(review),
        problems = review.Problems.Select(problem => problem.Message),
        verdicts = review.Verdicts.Select(verdict => new
        {
            item = verdict.Item.Question,
            verdict = VerdictText.Of(verdict.Answer),
            pYes = verdict.PYes,
            residual = verdict.Residual,
            by = VerdictText.By(verdict),
            evidence = verdict.Evidence,
            step = verdict.Step,
            caution = verdict.Caution,
        }),
    };
}
