using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR501: an item of the checklist is not met, by an exact check or a reviewer.</summary>
internal static class ItemNotMetCheck
{
    public static Rule Rule => RuleCatalog.ItemNotMet;

    public static IEnumerable<Finding> Of(TraceReview review, ChecklistReview checklist, ReviewOptions options) =>
        UnmetItems.Of(Rule, review.Trace, review.Findings, checklist, options, byJudge: false);
}
