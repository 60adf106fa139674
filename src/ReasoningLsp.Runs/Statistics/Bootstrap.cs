namespace ReasoningLsp.Runs.Statistics;

/// <summary>Intervals by drawing problems again, with replacement. The same seed draws the same problems.</summary>
/// <param name="Draws">How often.</param>
/// <param name="Seed">Where the drawing begins.</param>
public sealed record Bootstrap(int Draws = 2000, ulong Seed = 1)
{
    /// <summary>The 95 % interval of a figure by its percentiles; null where it has no value in any draw. All solutions of one problem are
    /// drawn together, because they are right or wrong together.</summary>
    /// <param name="problems">One entry a problem.</param>
    /// <param name="figure">The figure of the problems drawn; null where they give none.</param>
    public Interval? Of<T>(IReadOnlyList<T> problems, Func<IReadOnlyList<T>, double?> figure)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(figure);
        if (problems.Count == 0)
            return null;
        var drawn = new List<T>(problems.Count);
        var values = new List<double>(Draws);
        foreach (var weights in Weights(problems.Count))
        {
            drawn.Clear();
            for (var at = 0; at < weights.Length; at++)
            {
                for (var again = 0; again < weights[at]; again++)
                    drawn.Add(problems[at]);
            }

            if (figure(drawn) is { } value)
                values.Add(value);
        }

        if (values.Count == 0)
            return null;
        values.Sort();
        return new Interval(Percentile(values, 0.025), Percentile(values, 0.975));
    }

    /// <summary>How often each problem was drawn, draw by draw.</summary>
    /// <param name="problems">How many problems there are.</param>
    public IEnumerable<int[]> Weights(int problems)
    {
        var state = Seed;
        for (var draw = 0; draw < Draws && problems > 0; draw++)
        {
            var weights = new int[problems];
            for (var at = 0; at < problems; at++)
                weights[Next(ref state) % (ulong)problems]++;
            yield return weights;
        }
    }

    /// <summary>The value below which a share of sorted values lies, straight between two neighbours.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        var at = share * (sorted.Count - 1);
        var below = (int)Math.Floor(at);
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }

    // SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the same on every machine, which System.Random does not promise.
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
