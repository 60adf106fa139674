using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR502: a judge finds an item of the checklist not met.</summary>
internal static class ItemDoubtedCheck
{
    public static Rule Rule => RuleCatalog.ItemDoubted;

    public static IEnumerable<Finding> Of(TraceReview review, ChecklistReview checklist, ReviewOptions options) =>
        UnmetItems.Of(Rule, review.Trace, review.Findings, checklist, options, byJudge: true);
}
