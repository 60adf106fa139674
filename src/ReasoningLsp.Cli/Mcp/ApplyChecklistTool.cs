using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Pipeline;

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
        var reviewed = await passed.ReviewAsync(cancellationToken).ConfigureAwait(false);
        var result = new List<object>();
        foreach (var review in reviewed.Reviews)
        {
            var verdicts = await stage.VerdictsAsync(review, passed.Policy, cancellationToken).ConfigureAwait(false)
                ?? throw new McpException("Name a checklist.");
            result.Add(Of(review.Trace.Index, verdicts));
            progress.Report(new ProgressNotificationValue
            {
                Progress = result.Count,
                Total = reviewed.Reviews.Length,
                Message = $"solution {result.Count} of {reviewed.Reviews.Length}",
            });
        }

        return ToolAnswer.Of(passed, new { traces = result });
    }

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
