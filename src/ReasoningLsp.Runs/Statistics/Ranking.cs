namespace ReasoningLsp.Runs.Statistics;

/// <summary>How well numbers order things.</summary>
public static class Ranking
{
    /// <summary>The area under the ROC curve, ties counted half (Mann–Whitney); null where one kind is missing.</summary>
    public static double? Auc(IEnumerable<ScoredLabel> items)
    {
        ScoredLabel[] sorted = [.. items.OrderBy(item => item.Score)];
        long right = sorted.LongCount(item => item.IsRight), wrong = sorted.Length - right;
        if (right == 0 || wrong == 0)
            return null;
        double won = 0;
        long below = 0;
        for (var at = 0; at < sorted.Length;)
        {
            long rightHere = 0, wrongHere = 0;
            for (var score = sorted[at].Score; at < sorted.Length && sorted[at].Score == score; at++)
                _ = sorted[at].IsRight ? rightHere++ : wrongHere++;
            won += rightHere * (below + (wrongHere / 2.0));
            below += wrongHere;
        }

        return won / ((double)right * wrong);
    }

    /// <summary>Average precision: the sum of precision times the gain of recall, from the highest score down; null where nothing is
    /// right.</summary>
    public static double? AveragePrecision(IEnumerable<ScoredLabel> items)
    {
        ScoredLabel[] sorted = [.. items.OrderByDescending(item => item.Score)];
        var right = sorted.Count(item => item.IsRight);
        if (right == 0)
            return null;
        double sum = 0;
        int found = 0, before = 0;
        for (var at = 0; at < sorted.Length;)
        {
            for (var score = sorted[at].Score; at < sorted.Length && sorted[at].Score == score; at++)
                found += sorted[at].IsRight ? 1 : 0;
            sum += (double)(found - before) / right * found / at;
            before = found;
        }

        return sum;
    }

    /// <summary>Spearman's correlation of two rows of numbers, equal ones sharing their mean rank; null where one does not vary.</summary>
    public static double? Spearman(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        double[] a = Ranks(one), b = Ranks(other);
        if (a.Length == 0)
            return null;
        double meanA = a.Average(), meanB = b.Average(), ab = 0, aa = 0, bb = 0;
        for (var at = 0; at < a.Length; at++)
        {
            ab += (a[at] - meanA) * (b[at] - meanB);
            aa += (a[at] - meanA) * (a[at] - meanA);
            bb += (b[at] - meanB) * (b[at] - meanB);
        }

        return aa == 0 || bb == 0 ? null : ab / Math.Sqrt(aa * bb);
    }

    /// <summary>Kendall's τ-b of two rows of numbers; null where one does not vary.</summary>
    public static double? KendallB(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        long agree = 0, disagree = 0, onlyOne = 0, onlyOther = 0;
        for (var left = 0; left < one.Count; left++)
        {
            for (var right = left + 1; right < one.Count; right++)
            {
                int a = one[left].CompareTo(one[right]), b = other[left].CompareTo(other[right]);
                if (a == 0 || b == 0)
                {
                    onlyOne += a != 0 ? 1 : 0;
                    onlyOther += b != 0 ? 1 : 0;
                }
                else
                {
                    _ = a == b ? agree++ : disagree++;
                }
            }
        }

        var scale = Math.Sqrt(agree + disagree + onlyOne) * Math.Sqrt(agree + disagree + onlyOther);
        return scale == 0 ? null : (agree - disagree) / scale;
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(at => values[at])];
        var ranks = new double[values.Count];
        for (var at = 0; at < order.Length;)
        {
            var end = at;
            while (end < order.Length && values[order[end]] == values[order[at]])
                end++;
            for (var each = at; each < end; each++)
                ranks[order[each]] = (at + 1 + end) / 2.0;
            at = end;
        }

        return ranks;
    }
}
