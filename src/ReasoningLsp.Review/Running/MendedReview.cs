using ReasoningLsp.Review.Checks;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Running;

/// <summary>Joins a review and what was put right before it.</summary>
public static class MendedReview
{
    /// <summary>The review with a finding wherever a step still uses a value that was put right.</summary>
    public static TraceReview WithMended(this TraceReview review, IEnumerable<MendedValue> mended, ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(review);
        var found = mended.SelectMany(value => CorrectedValueCheck.Of(review, value, options)).DistinctBy(finding => finding.Span).ToList();
        return found.Count == 0 ? review : review.WithFindings([.. review.Findings, .. found]);
    }
}
