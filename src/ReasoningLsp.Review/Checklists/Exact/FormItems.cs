using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>Items about the form of a solution.</summary>
internal static class FormItems
{
    public static ExactAnswer AreNumbered(TraceReview review)
    {
        var steps = review.Trace.Steps;
        if (steps.IsEmpty)
            return new ExactAnswer(ItemAnswer.NotApplicable, "there are no steps");
        return steps.FirstOrDefault(step => step.Number is null) is { } bare
            ? new ExactAnswer(ItemAnswer.No, $"step {bare.Index + 1} has no number", bare.Index,
                bare.Text.Whole)
            : new ExactAnswer(ItemAnswer.Yes, $"all {steps.Length} steps carry a number");
    }
}
