using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Statistics;

/// <summary>The rising curve that lies nearest to what happened, by least squares (pool adjacent violators).</summary>
/// <param name="Knots">Score and share, scores rising; straight between two, and never beyond the first and last.</param>
public sealed record IsotonicFit(ImmutableArray<IsotonicKnot> Knots)
{
    /// <summary>Fits the curve.</summary>
    /// <exception cref="ArgumentException">There is nothing to fit.</exception>
    public static IsotonicFit Of(IEnumerable<ScoredLabel> items)
    {
        var blocks = new List<Block>();
        foreach (var equal in items.GroupBy(item => item.Score).OrderBy(group => group.Key))
        {
            blocks.Add(new Block(equal.Key, equal.Key, equal.Count(item => item.IsRight), equal.Count()));
            while (blocks.Count > 1 && blocks[^2].Mean >= blocks[^1].Mean)
            {
                blocks[^2] = blocks[^2].With(blocks[^1]);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        if (blocks.Count == 0)
            throw new ArgumentException("There is no label to fit a curve to.", nameof(items));
        var knots = ImmutableArray.CreateBuilder<IsotonicKnot>();
        foreach (var block in blocks)
        {
            knots.Add(new IsotonicKnot(block.From, block.Mean));
            if (block.To > block.From)
                knots.Add(new IsotonicKnot(block.To, block.Mean));
        }

        return new IsotonicFit(knots.ToImmutable());
    }

    /// <summary>The share at <paramref name="score"/>; beyond the scores seen, that of the nearest.</summary>
    public double At(double score)
    {
        int low = 0, high = Knots.Length - 1;
        if (score <= Knots[low].Score)
            return Knots[low].Right;
        if (score >= Knots[high].Score)
            return Knots[high].Right;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Knots[middle].Score <= score)
                low = middle;
            else
                high = middle;
        }

        var (a, b) = (Knots[low], Knots[high]);
        return a.Right + ((b.Right - a.Right) * (score - a.Score) / (b.Score - a.Score));
    }

    private readonly record struct Block(double From, double To, double Right, double Count)
    {
        public double Mean => Right / Count;

        public Block With(Block next) => new(From, next.To, Right + next.Right, Count + next.Count);
    }
}
