using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>The figures of labelled traces.</summary>
internal static class Measures
{
    private const int Bins = 10;

    /// <summary>Every figure that has something to count.</summary>
    /// <param name="traces">The traces.</param>
    /// <param name="problemOf">The number of each trace's problem.</param>
    /// <param name="problems">How many problems there are.</param>
    public static IEnumerable<Measure> Of(IReadOnlyList<MeasuredTrace> traces, IReadOnlyList<int> problemOf, int problems)
    {
        var all = Located(traces, problemOf, problems, "review", trace => trace.Review);
        if (traces.Any(trace => trace.Model is not null))
        {
            all = all.Concat(Located(traces, problemOf, problems, "exact checks", trace => trace.Exact))
                .Concat(Located(traces, problemOf, problems, "reward model", trace => trace.Model));
        }

        return all.Concat(Verdicts(traces, problemOf, problems)).Concat(Steps(traces, problemOf, problems))
            .Concat(Scores(traces, problemOf, problems)).Concat(Answers(traces, problemOf, problems)).Where(measure => measure.Count > 0);
    }

    private static IEnumerable<Measure> Located(IReadOnlyList<MeasuredTrace> traces, IReadOnlyList<int> problemOf, int problems, string who,
        Func<MeasuredTrace, int?> found)
    {
        Sums wrong = new(problems, 2), right = new(problems, 2);
        for (var at = 0; at < traces.Count; at++)
        {
            if (traces[at].Label is not { } label || found(traces[at]) is not { } step)
                continue;
            (label >= 0 ? wrong : right).Add(problemOf[at], 1, step == label ? 1 : 0);
        }

        double? Share(Sums sums, int[] weights) => sums.Of(weights) is [> 0 and var n, var hits] ? hits / n : null;
        double Harmonic(double a, double b) => a + b == 0 ? 0 : 2 * a * b / (a + b);
        var located = new Measure($"first error located, {who}", "of wrong traces", wrong.Count, weights => Share(wrong, weights))
        {
            Problems = wrong.Problems,
        };
        var alone = new Measure($"left alone, {who}", "of right traces", right.Count, weights => Share(right, weights))
        {
            Problems = right.Problems,
        };
        yield return new Measure($"F1 (ProcessBench), {who}", "harmonic mean of the two below",
            wrong.Count == 0 || right.Count == 0 ? 0 : wrong.Count + right.Count,
            weights => Share(wrong, weights) is { } a && Share(right, weights) is { } b ? Harmonic(a, b) : null)
        {
            Parts = (located, alone, Harmonic),
        };
        yield return located;
        yield return alone;
    }

    private static IEnumerable<Measure> Verdicts(IReadOnlyList<MeasuredTrace> traces, IReadOnlyList<int> problemOf, int problems)
    {
        var sums = new Sums(problems, 4);
        for (var at = 0; at < traces.Count; at++)
        {
            if (traces[at].Label is not { } label)
                continue;
            bool isRight = label < 0, calledRight = traces[at].Review < 0;
            sums.Add(problemOf[at], isRight && calledRight ? 1 : 0, !isRight && calledRight ? 1 : 0, isRight && !calledRight ? 1 : 0,
                !isRight && !calledRight ? 1 : 0);
        }

        yield return new Measure("MCC of verdicts", "the first part of MR-Score: is the trace right or wrong", sums.Count,
            weights => Matthews(sums.Of(weights)));
        yield return new Measure("κ with people", "agreement on right and wrong beyond chance", sums.Count,
            weights => Kappa(sums.Of(weights)));
    }

    private static IEnumerable<Measure> Steps(IReadOnlyList<MeasuredTrace> traces, IReadOnlyList<int> problemOf, int problems)
    {
        var sums = new Sums(problems, 4);
        for (var at = 0; at < traces.Count; at++)
        {
            foreach (var step in traces[at].Steps.Where(step => step.IsRight is not null))
            {
                var isRight = step.IsRight is true;
                sums.Add(problemOf[at], isRight && !step.IsFlagged ? 1 : 0, !isRight && !step.IsFlagged ? 1 : 0,
                    isRight && step.IsFlagged ? 1 : 0, !isRight && step.IsFlagged ? 1 : 0);
            }
        }

        yield return new Measure("PRMScore", "mean of F1 of right and of wrong steps", sums.Count,
            weights => sums.Of(weights) is var s && s.Sum() > 0 ? (F1(s[0], s[1], s[2]) + F1(s[3], s[1], s[2])) / 2 : null);
    }

    private static IEnumerable<Measure> Scores(IReadOnlyList<MeasuredTrace> traces, IReadOnlyList<int> problemOf, int problems)
    {
        var scored = Enumerable.Range(0, traces.Count).SelectMany(at => traces[at].Steps
            .Where(step => step is { IsRight: not null, Score: not null })
            .Select(step => (Item: new ScoredLabel(step.Score!.Value, step.IsRight!.Value), Problem: problemOf[at]))).ToList();
        var ordered = new OrderedScores(scored);
        yield return new Measure("AUC of steps", "a right step is scored above a wrong one, ties half", ordered.Count, ordered.Auc);
        if (scored.Exists(each => each.Item.Score is < 0 or > 1))
            yield break; // No probability: only its order means something.
        var squares = new Sums(problems, 2);
        var bins = new Sums(problems, 3 * Bins);
        foreach (var (item, problem) in scored)
        {
            var one = item.IsRight ? 1.0 : 0;
            squares.Add(problem, 1, (item.Score - one) * (item.Score - one));
            var values = new double[3 * Bins];
            var bin = Math.Clamp((int)Math.Ceiling(item.Score * Bins) - 1, 0, Bins - 1);
            (values[3 * bin], values[(3 * bin) + 1], values[(3 * bin) + 2]) = (1, item.Score, one);
            bins.Add(problem, values);
        }

        yield return new Measure("Brier score of steps", "mean squared error of the probability; 0 is best", squares.Count,
            weights => squares.Of(weights) is [> 0 and var n, var sum] ? sum / n : null)
        { IsError = true };
        yield return new Measure("calibration error of steps", "mean distance of probability and share, ten bins", bins.Count, weights =>
        {
            var sums = bins.Of(weights);
            var all = Enumerable.Range(0, Bins).Sum(bin => sums[3 * bin]);
            return all == 0 ? null : Enumerable.Range(0, Bins).Sum(bin => Math.Abs(sums[(3 * bin) + 1] - sums[(3 * bin) + 2])) / all;
        })
        { IsError = true };
    }

    private static IEnumerable<Measure> Answers(IReadOnlyList<MeasuredTrace> traces, IReadOnlyList<int> problemOf, int problems)
    {
        var best = new Sums(problems, 2);
        foreach (var group in Enumerable.Range(0, traces.Count).Where(at => traces[at] is { Score: not null, IsAnswerRight: not null })
            .GroupBy(at => traces[at].Problem))
        {
            if (BestOf.Credit([.. group.Select(at => new ScoredLabel(traces[at].Score!.Value,
                traces[at].IsAnswerRight!.Value))]) is { } credit)
                best.Add(problemOf[group.First()], 1, credit);
        }

        yield return new Measure("best of several",
            "the solution with the highest score has the right answer, a tie shared (RewardBench 2)",
            best.Count, weights => best.Of(weights) is [> 0 and var n, var sum] ? sum / n : null)
        { Problems = best.Problems };
        var same = new Sums(problems, 2);
        for (var at = 0; at < traces.Count; at++)
        {
            if (traces[at] is { IsAnswerRight: { } isRight, AnswerDiffers: { } differs })
                same.Add(problemOf[at], 1, isRight != differs ? 1 : 0);
        }

        yield return new Measure("answers told right from wrong", "comparison with the reference agrees with the label", same.Count,
            weights => same.Of(weights) is [> 0 and var n, var sum] ? sum / n : null)
        { Problems = same.Problems };
    }

    // Right called right, wrong called right, right called wrong, wrong called wrong; nothing of a draw without any.
    private static double? Matthews(double[] s)
    {
        if (s.Sum() == 0)
            return null;
        var scale = Math.Sqrt(s[0] + s[1]) * Math.Sqrt(s[0] + s[2]) * Math.Sqrt(s[3] + s[1]) * Math.Sqrt(s[3] + s[2]);
        return scale == 0 ? 0 : ((s[0] * s[3]) - (s[1] * s[2])) / scale;
    }

    private static double? Kappa(double[] s)
    {
        var n = s.Sum();
        if (n == 0)
            return null;
        var chance = (((s[0] + s[1]) * (s[0] + s[2])) + ((s[2] + s[3]) * (s[1] + s[3]))) / (n * n);
        return chance == 1 ? null : (((s[0] + s[3]) / n) - chance) / (1 - chance);
    }

    private static double F1(double hits, double one, double other) => hits + one + other == 0 ? 0 : 2 * hits / ((2 * hits) + one + other);
}
