using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>A finding that is not shown, because of what people said.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="By">What silences it, such as "a comment in the file".</param>
public sealed record SilencedFinding(Finding Finding, string By)
{
    /// <summary>The findings of a step that are silenced.</summary>
    /// <param name="reviewed">The review of its document.</param>
    /// <param name="shown">The review of its trace as it is shown.</param>
    /// <param name="step">Index of the step.</param>
    /// <param name="everyRule">Checks by every rule, those too that are off.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IEnumerable<SilencedFinding> At(
        DocumentReview reviewed, TraceReview shown, int step, IExactReviewer everyRule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(everyRule);
        return from finding in everyRule.Review(shown.Trace, cancellationToken).Findings
               where finding.Step == step && !shown.Findings.Any(finding.IsSameAs)
               select new SilencedFinding(finding, Reason(reviewed, shown.Trace, finding));
    }

    private static string Reason(DocumentReview reviewed, Trace trace, Finding finding)
    {
        if (reviewed.Policy.Options.SeverityOf(finding.Rule) is null)
            return "the configuration, in which the rule is off";
        if (reviewed.Policy.Decisions.Dismisses(trace, finding))
            return "a decision in .reasoning/decisions.jsonl that it is wrong";
        return reviewed.Document.Suppressions.Any(comment => comment.Silences(finding.Rule.Id, finding.Span.Start))
            ? "a comment in the file"
            : "the baseline, which knows it";
    }
}
