using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Names what people called wrong as a client gives it back; looks it up in a review.</summary>
internal static class DismissedFinding
{
    /// <summary>The name of one of a trace's.</summary>
    public static FindingKey KeyOf(TraceReview review, SetAside dismissed)
    {
        var step = StepHash.Of(review.Trace, dismissed.Finding);
        return new FindingKey(dismissed.Finding.Rule.Id, step,
            In(review, dismissed.Finding.Rule.Id, step).TakeWhile(other => other != dismissed).Count());
    }

    /// <summary>The one of a name, or null.</summary>
    public static (TraceReview Review, Finding Finding)? Find(ReviewedDocument reviewed, FindingKey key)
    {
        foreach (var review in reviewed.Reviews)
        {
            if (In(review, key.Rule, key.Step).Skip(key.Occurrence).FirstOrDefault() is { } found)
                return (review, found.Finding);
        }

        return null;
    }

    private static IEnumerable<SetAside> In(TraceReview review, string rule, string step) => review.SetAside.Where(aside =>
        aside.By == SetAsideBy.Decision && aside.Finding.Rule.Id == rule && StepHash.Of(review.Trace, aside.Finding) == step);
}
