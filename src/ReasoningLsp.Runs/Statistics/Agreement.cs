namespace ReasoningLsp.Runs.Statistics;

/// <summary>How far two judges agree.</summary>
public static class Agreement
{
    /// <summary>Cohen's κ of two rows of marks: agreement beyond chance; null where chance alone agrees everywhere.</summary>
    /// <exception cref="ArgumentException">They are not of the same things.</exception>
    public static double? Kappa(IReadOnlyList<int> one, IReadOnlyList<int> other, KappaWeights weights = KappaWeights.Plain)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Count != other.Count)
            throw new ArgumentException("Agreement needs the same things on both sides.", nameof(other));
        int[] marks = [.. one.Concat(other).Distinct().Order()];
        int[] a = Counts(one, marks), b = Counts(other, marks);
        double seen = 0, chance = 0, n = one.Count;
        for (var at = 0; at < one.Count; at++)
            seen += Weight(Array.BinarySearch(marks, one[at]) - Array.BinarySearch(marks, other[at]), weights);
        for (var row = 0; row < marks.Length; row++)
        {
            for (var column = 0; column < marks.Length; column++)
                chance += Weight(row - column, weights) * a[row] * b[column] / n;
        }

        return chance == 0 ? null : 1 - (seen / chance);
    }

    /// <summary>The correlation of Matthews between verdicts and labels, −1 to 1; 0 where one of them never varies.</summary>
    public static double Matthews(IEnumerable<(bool Label, bool Verdict)> pairs)
    {
        var (tp, fp, fn, tn) = Confusion(pairs);
        var scale = Math.Sqrt(tp + fp) * Math.Sqrt(tp + fn) * Math.Sqrt(tn + fp) * Math.Sqrt(tn + fn);
        return scale == 0 ? 0 : ((tp * tn) - (fp * fn)) / scale;
    }

    /// <summary>F1 of what is called <paramref name="kind"/>; 0 where nothing is, neither by label nor by verdict.</summary>
    public static double F1(IEnumerable<(bool Label, bool Verdict)> pairs, bool kind)
    {
        var (tp, fp, fn, tn) = Confusion(pairs);
        var hits = kind ? tp : tn;
        return hits + fp + fn == 0 ? 0 : 2 * hits / ((2 * hits) + fp + fn);
    }

    private static (double Tp, double Fp, double Fn, double Tn) Confusion(IEnumerable<(bool Label, bool Verdict)> pairs)
    {
        double tp = 0, fp = 0, fn = 0, tn = 0;
        foreach (var (label, verdict) in pairs)
        {
            tp += label && verdict ? 1 : 0;
            fp += !label && verdict ? 1 : 0;
            fn += label && !verdict ? 1 : 0;
            tn += !label && !verdict ? 1 : 0;
        }

        return (tp, fp, fn, tn);
    }

    private static int[] Counts(IReadOnlyList<int> values, int[] marks)
    {
        var counts = new int[marks.Length];
        foreach (var value in values)
            counts[Array.BinarySearch(marks, value)]++;
        return counts;
    }

    private static double Weight(int difference, KappaWeights weights) => weights switch
    {
        KappaWeights.Linear => Math.Abs(difference),
        KappaWeights.Quadratic => (double)difference * difference,
        _ => difference == 0 ? 0 : 1,
    };
}
