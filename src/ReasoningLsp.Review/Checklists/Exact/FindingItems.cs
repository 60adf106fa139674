using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>Items answered by what the exact checks found.</summary>
internal static class FindingItems
{
    /// <summary>Yes where the rule found nothing.</summary>
    public static Func<TraceReview, ExactAnswer> Without(Rule rule, string yes) => Without(other => other == rule, yes);

    /// <summary>Yes where no rule of the family found anything.</summary>
    public static Func<TraceReview, ExactAnswer> Without(RuleFamily family, string yes) => Without(rule => rule.Family == family, yes);

    private static Func<TraceReview, ExactAnswer> Without(Func<Rule, bool> among, string yes) => review =>
        review.Findings.FirstOrDefault(finding => among(finding.Rule)) is { } finding
            ? ExactAnswer.Because(finding)
            : new ExactAnswer(ItemAnswer.Yes, yes);

    /// <summary>No where the rule found something; unsure otherwise, for a check that is silent in doubt proves nothing by its
    /// silence.</summary>
    public static Func<TraceReview, ExactAnswer> Unless(Rule rule, string unsure) => review =>
        Without(rule, unsure)(review) is { Answer: ItemAnswer.No } no ? no : new ExactAnswer(ItemAnswer.Unsure, unsure);

    public static ExactAnswer NoStepIsRefuted(TraceReview review)
    {
        if (review.Findings.FirstOrDefault(finding => finding.Refutes) is { } finding)
            return ExactAnswer.Because(finding);
        if (ExactAnswer.IfSilenced(review) is { } silenced)
            return silenced;
        return review.Decided > 0
            ? new ExactAnswer(ItemAnswer.Yes, $"{review.Decided} of {review.Steps.Length} steps were checked, and none was refuted")
            : new ExactAnswer(ItemAnswer.Unsure, "nothing could be checked");
    }
}
