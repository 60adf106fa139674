using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checks;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Running;

/// <summary>Joins a review and a checklist's verdicts.</summary>
public static class CheckedAgainstList
{
    /// <summary>The review with the verdicts and what they say.</summary>
    public static TraceReview WithChecklist(this TraceReview review, ChecklistReview checklist, ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(review);
        Finding[] findings =
        [
            .. UnmetItems.Linked(review.Findings, checklist, options),
            .. ItemNotMetCheck.Of(review, checklist, options),
            .. ItemDoubtedCheck.Of(review, checklist, options),
            .. ChecklistNotReadCheck.Of(review, checklist, options),
        ];
        return review.WithFindings(findings) with { Checklist = checklist };
    }
}
