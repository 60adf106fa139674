namespace ReasoningLsp.Cli.Bench;

/// <summary>How well a number orders good before bad.</summary>
internal static class RankOrder
{
    /// <summary>
    /// The area under the ROC curve: the probability that a good one has the greater number, ties counted half
    /// (Mann–Whitney); null where one kind is missing.
    /// </summary>
    public static double? Auc(IEnumerable<(double Value, bool IsGood)> items)
    {
        var sorted = items.OrderBy(item => item.Value).ToList();
        long good = sorted.Count(item => item.IsGood), bad = sorted.Count - good;
        if (good == 0 || bad == 0)
            return null;
        double won = 0;
        long below = 0;
        foreach (var equal in sorted.GroupBy(item => item.Value))
        {
            long goodHere = equal.Count(item => item.IsGood), badHere = equal.Count() - goodHere;
            won += goodHere * (below + (badHere / 2.0));
            below += badHere;
        }

        return won / good / bad;
    }
}
