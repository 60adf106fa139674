using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Bench;

/// <summary>How a review compares with the label of its trace.</summary>
internal static class BenchOutcome
{
    /// <summary>Whether there is a finding of RR1xx or RR3xx, of any severity.</summary>
    public static bool SpeaksOfMathematics(TraceReview review) => review.Findings.Any(IsOfMathematics);

    /// <summary>
    /// What went wrong: <c>false-alarm</c>, <c>finding-on-clean</c>, <c>before</c>, <c>after</c> or <c>missed</c>;
    /// null where the review is right or nobody knows.
    /// </summary>
    public static string? FailureOf(TraceReview review, TraceLabel label)
    {
        var found = review.FirstErrorStep;
        return label.FirstWrongStep switch
        {
            null => null,
            < 0 => found >= 0 ? "false-alarm" : SpeaksOfMathematics(review) ? "finding-on-clean" : null,
            { } step => found < 0 ? "missed" : found < step ? "before" : found > step ? "after" : null,
        };
    }

    /// <summary>The finding that decided, or null.</summary>
    public static Finding? Deciding(TraceReview review) =>
        review.Findings.FirstOrDefault(
        finding => finding.Step == review.FirstErrorStep && finding.Severity is (Severity.Error or Severity.Warning)
        && IsOfMathematics(finding))
        ?? review.Findings.FirstOrDefault(IsOfMathematics);

    private static bool IsOfMathematics(Finding finding) =>
        finding.Rule.Refutes;
}
