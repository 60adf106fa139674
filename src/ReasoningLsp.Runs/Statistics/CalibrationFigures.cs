using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Statistics;

/// <summary>How far probabilities are what they say.</summary>
public static class CalibrationFigures
{
    private const double SmallestProbability = 2.220446049250313e-16;

    /// <summary>Brier's score: mean squared difference from what happened; 0 is best, 0.25 is a coin.</summary>
    public static double? Brier(IReadOnlyCollection<ScoredLabel> items) =>
        items.Count == 0 ? null : items.Average(item => (item.Score - One(item)) * (item.Score - One(item)));

    /// <summary>The mean negative logarithm of the probability of what happened.</summary>
    public static double? LogLoss(IReadOnlyCollection<ScoredLabel> items) => items.Count == 0 ? null
        : -items.Average(item => Math.Log(Math.Clamp(item.IsRight ? item.Score : 1 - item.Score, SmallestProbability, 1)));

    /// <summary>The expected calibration error: the mean difference of score and share, weighted by how many fall into a bin.</summary>
    /// <param name="items">Probabilities and what happened.</param>
    /// <param name="bins">How many bins of equal width; a bin's right edge belongs to it.</param>
    public static double? ExpectedError(IReadOnlyCollection<ScoredLabel> items, int bins = 10) =>
        items.Count == 0 ? null : Reliability(items, bins).Sum(bin => bin.Count * Math.Abs(bin.Score - bin.Right)) / items.Count;

    /// <summary>The bins that hold something, as a reliability diagram shows them.</summary>
    public static ImmutableArray<ReliabilityBin> Reliability(IEnumerable<ScoredLabel> items, int bins = 10) =>
    [
        .. items.GroupBy(item => BinOf(item.Score, bins)).OrderBy(group => group.Key).Select(group => new ReliabilityBin(
            (double)group.Key / bins, (group.Key + 1.0) / bins, group.Count(), group.Average(item => item.Score),
            group.Count(item => item.IsRight) / (double)group.Count())),
    ];

    // Edges are compared as they are, not multiplied: 0.3 · 10 is more than 3.
    private static int BinOf(double score, int bins)
    {
        var bin = Math.Clamp((int)Math.Ceiling(score * bins) - 1, 0, bins - 1);
        while (bin > 0 && score <= (double)bin / bins)
            bin--;
        while (bin < bins - 1 && score > (bin + 1.0) / bins)
            bin++;
        return bin;
    }

    private static double One(ScoredLabel item) => item.IsRight ? 1 : 0;
}
