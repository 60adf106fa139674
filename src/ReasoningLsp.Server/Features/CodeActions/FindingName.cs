using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Finds a finding again in a later review, by what it says of which text.</summary>
internal static class FindingName
{
    /// <summary>Every finding of a document with its name.</summary>
    public static IEnumerable<(TraceReview Review, Finding Finding, FindingKey Key)> All(ReviewedDocument reviewed)
    {
        var keys = new FindingKeys();
        return reviewed.Reviews.SelectMany(review => review.Findings.Zip(keys.For(review), (finding, key) => (review, finding, key)));
    }

    /// <summary>The finding of a name, or null.</summary>
    public static (TraceReview Review, Finding Finding)? Find(ReviewedDocument reviewed, FindingKey key)
    {
        foreach (var (review, finding, own) in All(reviewed))
        {
            if (own == key)
                return (review, finding);
        }

        return null;
    }
}
