using System.Collections.Immutable;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Baselines;

/// <summary>Numbers the findings of one file and takes out those that its baseline knows. Not thread-safe.</summary>
/// <param name="baseline">The baseline, or null.</param>
public sealed class UnknownFindings(BaselineMatcher? baseline)
{
    private readonly FindingKeys _keys = new();

    /// <summary>The next trace of the file without what is known, and the key of each finding that is left.</summary>
    public (TraceReview Review, ImmutableArray<FindingKey> Keys) Next(TraceReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (review.Findings.IsEmpty)
            return (review, []);
        var keys = _keys.For(review);
        if (baseline is null)
            return (review, keys);
        ImmutableArray<int> left = [.. Enumerable.Range(0, keys.Length).Where(index => !baseline.Hides(keys[index]))];
        return left.Length == keys.Length
            ? (review, keys)
            : (review.WithFindings(
                left.Select(index => review.Findings[index]),
                Enumerable.Range(0, keys.Length).Except(left)
                    .Select(index => new SetAside(review.Findings[index], SetAsideBy.Baseline, string.Empty, null))),
                [.. left.Select(index => keys[index])]);
    }
}
