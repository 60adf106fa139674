using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>Items answered by the relations that were checked.</summary>
internal static class RelationItems
{
    public static ExactAnswer EveryEqualityHolds(TraceReview review)
    {
        var relations = review.Steps.SelectMany(step => step.Relations.Where(relation => !relation.IsInWords)
            .Select(relation => (step.Step, Relation: relation))).ToList();
        if (review.Findings.FirstOrDefault(
            finding => finding.Step is not null && finding.Rule.Family == RuleFamily.Arithmetic
            && finding.Severity <= Findings.Severity.Warning) is { } wrong)
            return ExactAnswer.Because(wrong);
        if (ExactAnswer.IfSilenced(review) is { } silenced)
            return silenced;
        // Undecided by the checks themselves where a guard held the finding back: in doubt they are silent, and so is this.
        var proven = relations.Count(each => each.Relation.Verdict == RelationVerdict.Proven);
        if (relations.Count == 0)
            return new ExactAnswer(ItemAnswer.NotApplicable, "no relation was found in the solution");
        return proven == relations.Count
            ? new ExactAnswer(ItemAnswer.Yes, $"all {proven} relations that were found hold")
            : new ExactAnswer(ItemAnswer.Unsure, $"{proven} of {relations.Count} relations were proven, the others are undecided");
    }
}
