using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>check_step. Thread-safe.</summary>
internal sealed class CheckStepTool(AgentTexts texts)
{
    [Description("Check one step against the problem and the steps before it: its state, what was recomputed, and what is wrong.")]
    public async Task<CallToolResult> RunAsync(
        [Description("The problem.")] string problem,
        [Description("The steps before it, in order.")] string[] earlierSteps,
        [Description("The step to check.")] string step,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(step))
            throw new McpException("step is empty: it must say something.");
        var text = texts.Passed(JsonSerializer.Serialize(new { problem, steps = earlierSteps.Append(step) }), "jsonl");
        var review = (await text.ReviewAsync(cancellationToken).ConfigureAwait(false)).Reviews[0];
        if (review.Steps.Length != earlierSteps.Length + 1)
            throw new McpException("A step is empty: every step must say something.");
        var last = review.Steps[^1];
        var isRefuted = review.Findings.Any(finding => finding.Step == last.Step && finding.Rule.Refutes);
        return ToolAnswer.Of(text, new
        {
            state = StateNames.NameOf(last.State),
            relations = last.Relations.Select(relation => new { verdict = Verdict(relation, isRefuted), text = relation.Explanation }),
            findings = review.Findings.Where(finding => finding.Step == last.Step).Select(finding => new
            {
                rule = finding.Rule.Id,
                severity = SeverityNames.NameOf(finding.Severity),
                message = finding.Message,
                evidence = finding.Evidence.Items.ToDictionary(item => item.Key, item => item.Value),
                fixes = finding.Fixes.Select(fix => fix.Title),
            }),
        });
    }

    // What is refuted and of which no finding is left was silenced by a person.
    private static string Verdict(RelationOutcome relation, bool isRefuted) =>
        relation.Verdict == RelationVerdict.Refuted && !isRefuted ? "silenced" : relation.Verdict.ToString().ToLowerInvariant();
}
