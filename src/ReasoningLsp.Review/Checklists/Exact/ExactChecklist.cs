using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>Answers what exact checks can answer; the rest is left to a judge.</summary>
public static class ExactChecklist
{
    /// <summary>Why an item is unsure that no check answers.</summary>
    public const string NeedsJudge = "no exact check answers it, and no judge was named";

    /// <summary>The verdicts on <paramref name="list"/>. What no check answers is unsure, by nobody; what a rule would answer that is
    /// off does not apply.</summary>
    public static ChecklistReview Apply(TraceReview review, Checklist list, ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(list);
        return new ChecklistReview(list.Name, [.. list.Items.Select(item => Answer(review, item, options))]);
    }

    private static ItemVerdict Answer(TraceReview review, ChecklistItem item, ReviewOptions options)
    {
        var applies = item.AppliesWhen is { } condition ? Conditions.Holds(condition, review) : true;
        if (applies is false)
            return new ItemVerdict(item, ItemAnswer.NotApplicable, VerdictSource.Check, "condition",
                $"it applies when {item.AppliesWhen}, which is not so");
        if (applies is null || ExactItems.For(item) is not { } exact)
            return new ItemVerdict(item, ItemAnswer.Unsure, VerdictSource.Nobody, NeedsJudge, string.Empty);
        if (exact.Rule is { } rule && options.SeverityOf(rule) is null)
            return new ItemVerdict(item, ItemAnswer.NotApplicable, VerdictSource.Check, exact.Name, $"{rule.Id} is off here");
        var answer = exact.Answer(review);
        return new ItemVerdict(item, answer.Answer, VerdictSource.Check, exact.Name, answer.Evidence)
        {
            Step = answer.Step,
            Span = answer.Span,
            Cause = answer.Cause,
        };
    }
}
