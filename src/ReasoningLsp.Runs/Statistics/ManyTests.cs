using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Statistics;

/// <summary>Corrects p values for how many tests were made. What comes back stands in the order of the input.</summary>
public static class ManyTests
{
    /// <summary>Holm's correction: the chance of any false difference stays below the p (Scandinavian Journal of Statistics 6,
    /// 1979).</summary>
    public static ImmutableArray<double> Holm(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var adjusted = new double[p.Count];
        double greatest = 0;
        var rank = 0;
        foreach (var at in Enumerable.Range(0, p.Count).OrderBy(at => p[at]))
        {
            greatest = Math.Max(greatest, Math.Min(1, (p.Count - rank++) * p[at]));
            adjusted[at] = greatest;
        }

        return [.. adjusted];
    }

    /// <summary>The correction of Benjamini and Hochberg: of the differences told, the share that is false stays below the p (Journal of
    /// the
    /// Royal Statistical Society B 57, 1995).</summary>
    public static ImmutableArray<double> BenjaminiHochberg(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var adjusted = new double[p.Count];
        double least = 1;
        var rank = p.Count;
        foreach (var at in Enumerable.Range(0, p.Count).OrderByDescending(at => p[at]))
        {
            least = Math.Min(least, p[at] * p.Count / rank--);
            adjusted[at] = least;
        }

        return [.. adjusted];
    }
}
