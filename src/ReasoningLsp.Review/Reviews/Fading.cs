using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reviews;

/// <summary>Steps whose scores say little, because they repeat or add nothing: they are shown faded.</summary>
public static class Fading
{
    /// <summary>Whether a check or the reward model found that the step adds nothing.</summary>
    public static bool Of(TraceReview review, int step)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Findings.Any(finding => finding.Step == step && Of(finding));
    }

    /// <summary>Whether the finding says that its step could be left out.</summary>
    public static bool Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Rule.Fades;
    }
}
