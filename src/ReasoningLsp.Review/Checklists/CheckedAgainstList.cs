using ReasoningLsp.Review.Suppressions;

namespace ReasoningLsp.Review.Checklists;

/// <summary>Joins a review and a checklist's verdicts.</summary>
public static class CheckedAgainstList
{
    /// <summary>The review with the verdicts and what they say.</summary>
    public static TraceReview WithChecklist(this TraceReview review, ChecklistReview checklist, ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.WithFindings(review.Findings.Where(finding => !finding.Rule.StartsWith("RR5", StringComparison.Ordinal)).Concat(ChecklistFindings.Of(review, checklist, options))) with { Checklist = checklist };
    }
}
