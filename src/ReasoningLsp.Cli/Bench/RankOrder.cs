using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Cli.Bench;

/// <summary>How well a number orders good before bad.</summary>
internal static class RankOrder
{
    private const double Z = 1.959963984540054;

    /// <summary>The area under the ROC curve, as <see cref="Ranking.Auc"/>.</summary>
    public static double? Auc(IEnumerable<(double Value, bool IsGood)> items) =>
        Ranking.Auc(items.Select(item => new ScoredLabel(item.Value, item.IsGood)));

    /// <summary>The same with the interval that holds it in 95 of 100 samples (DeLong, DeLong and Clarke-Pearson, Biometrics 44,
    /// 1988). Where the samples show no spread, as where all good stand above all bad, it is that of the theory alone (Newcombe,
    /// Statistics in Medicine 25, 2006, method 5): three of three prove little.</summary>
    public static (double Auc, double Low, double High)? AucWithInterval(IEnumerable<(double Value, bool IsGood)> items)
    {
        var all = items.ToList();
        var good = all.Where(item => item.IsGood).Select(item => item.Value).ToList();
        var bad = all.Where(item => !item.IsGood).Select(item => item.Value).ToList();
        if (Auc(all) is not { } auc)
            return null;
        static double Wins(double one, double other) => one > other ? 1 : one == other ? 0.5 : 0;
        var error = Z * Math.Sqrt(
            Variance(good.Select(one => bad.Average(other => Wins(one, other)))) + Variance(
            bad.Select(other => good.Average(one => Wins(one, other)))));
        return error > 0 ? (auc, Math.Max(0, auc - error), Math.Min(1, auc + error))
            : (auc, Bound(auc, 0, good.Count, bad.Count), Bound(auc, 1, good.Count, bad.Count));
    }

    // The value farthest from the estimate, towards an end, whose own spread still reaches it.
    private static double Bound(double auc, double end, int good, int bad)
    {
        const int Halvings = 50;
        var (near, far) = (auc, end);
        for (var i = 0; i < Halvings; i++)
        {
            var at = (near + far) / 2;
            var half = ((good + bad) / 2.0) - 1;
            var variance = at * (1 - at) * (1 + (half * (((1 - at) / (2 - at)) + (at / (1 + at))))) / ((double)good * bad);
            (near, far) = Math.Abs(at - auc) <= Z * Math.Sqrt(variance) ? (at, far) : (near, at);
        }

        return near;
    }

    // Of their mean.
    private static double Variance(IEnumerable<double> parts)
    {
        var all = parts.ToList();
        var mean = all.Average();
        return all.Count < 2 ? 0 : all.Sum(part => (part - mean) * (part - mean)) / (all.Count - 1) / all.Count;
    }
}
