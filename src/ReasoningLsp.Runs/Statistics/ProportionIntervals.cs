using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Runs.Statistics;

/// <summary>95 % intervals of a share that was counted.</summary>
public static class ProportionIntervals
{
    /// <summary>Wilson's interval (Journal of the American Statistical Association 22, 1927).</summary>
    /// <param name="successes">How many of them.</param>
    /// <param name="count">How many there are; 0 gives the whole range.</param>
    public static Interval Wilson(long successes, long count)
    {
        var (low, high) = new Proportion(successes, count).Interval;
        return new Interval(low, high);
    }

    /// <summary>The exact interval of Clopper and Pearson (Biometrika 26, 1934).</summary>
    /// <param name="successes">How many of them.</param>
    /// <param name="count">How many there are; 0 gives the whole range.</param>
    public static Interval ClopperPearson(long successes, long count) => count == 0
        ? new Interval(0, 1)
        : new Interval(
            successes == 0 ? 0 : SpecialFunctions.InverseBeta(0.025, successes, count - successes + 1),
            successes == count ? 1 : SpecialFunctions.InverseBeta(0.975, successes + 1, count - successes));
}
