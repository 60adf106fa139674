using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Baselines;

/// <summary>Numbers the findings of one file as its traces pass by in order. Not thread-safe.</summary>
public sealed class FindingKeys
{
    private readonly Dictionary<(string Rule, string Step), int> _seen = [];

    /// <summary>A key for each finding of <paramref name="review"/>, in the same order.</summary>
    public ImmutableArray<FindingKey> For(TraceReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var keys = ImmutableArray.CreateBuilder<FindingKey>(review.Findings.Length);
        foreach (var finding in review.Findings)
        {
            var name = (finding.Rule.Id, StepHash.Of(review.Trace, finding));
            var occurrence = _seen.GetValueOrDefault(name);
            _seen[name] = occurrence + 1;
            keys.Add(new(name.Id, name.Item2, occurrence));
        }

        return keys.MoveToImmutable();
    }
}
