using System.Collections.Immutable;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Numbers the findings of one file and takes the known ones out. Not thread-safe.</summary>
internal sealed class FindingNumbers(BaselineMatcher? baseline)
{
    private readonly FindingKeys _keys = new();

    /// <summary>The next trace of the file.</summary>
    public ReviewedTrace Next(SourceText source, TraceReview review)
    {
        if (review.Findings.IsEmpty)
            return new ReviewedTrace(source, review, []);
        var keys = _keys.For(review);
        if (baseline is null)
            return new ReviewedTrace(source, review, keys);
        ImmutableArray<int> shown = [.. Enumerable.Range(0, keys.Length).Where(index => !baseline.Hides(keys[index]))];
        return shown.Length == keys.Length
            ? new ReviewedTrace(source, review, keys)
            : new ReviewedTrace(source, review.WithFindings(shown.Select(index => review.Findings[index])),
                [.. shown.Select(index => keys[index])]);
    }
}
