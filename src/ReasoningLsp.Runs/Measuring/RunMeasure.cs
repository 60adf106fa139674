using System.Collections.Immutable;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>Measures labelled traces: every figure with an interval by bootstrap over problems, comparisons paired.</summary>
/// <param name="draws">How often problems are drawn.</param>
public sealed class RunMeasure(int draws = 1000)
{
    // So many draws a comparison leave a p of 0.01 that is corrected for all of them; 41 are the fewest with which 0.05 can be reached.
    private const int DrawsOfEach = 200;
    private const int FewestOfEach = 41;
    private const long MostDrawn = 400_000_000;

    /// <summary>The figures of all traces, and of each group.</summary>
    /// <param name="traces">The traces; those without a label count where no label is needed.</param>
    /// <param name="by">What to group by, or null.</param>
    /// <param name="cancellationToken">Stops between two figures.</param>
    public ImmutableArray<Figure> Figures(IReadOnlyList<MeasuredTrace> traces, string? by, CancellationToken cancellationToken)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (var (group, members) in Groups(traces, by))
        {
            var (problemOf, problems, areSolutions) = DrawnTogether.Of(members);
            var measures = Measures.Of(members, problemOf, problems).ToList();
            var drawn = Drawn(draws, problems, [.. measures.Select(measure => measure.Of)], cancellationToken);
            for (var at = 0; at < measures.Count; at++)
            {
                var measure = measures[at];
                if (measure.Of(Once(problems)) is { } value)
                    figures.Add(new Figure(group, measure.Name, measure.Meaning, measure.Count, value,
                        IntervalOf(measure, value, problems, each => Ends(drawn[measures.IndexOf(each)])))
                    {
                        IsError = measure.IsError,
                        IsOfFewProblems = areSolutions,
                    });
            }
        }

        return figures.ToImmutable();
    }

    /// <summary>The figures of two runs, on the traces that both have.</summary>
    public ImmutableArray<Comparison> Compare(
        IReadOnlyList<MeasuredTrace> one, IReadOnlyList<MeasuredTrace> other, string? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(other);
        var others = other.GroupBy(trace => trace.Hash).ToDictionary(group => group.Key, group => group.First());
        var both = one.DistinctBy(trace => trace.Hash).Where(trace => others.ContainsKey(trace.Hash)).ToList();
        var found = new List<Comparison>();
        var groups = Groups(both, by).ToList();
        // A single group is all of them once more: tested twice, it would only raise what is adjusted for many tests.
        var paired = (groups.Count == 2 ? groups.Take(1) : groups).Select(group => Pairs(group, others)).ToList();
        var tests = paired.Sum(group => group.Pairs.Count);
        foreach (var (group, members, theirs, problems, pairs) in paired)
        {
            var most = Math.Max(tests * FewestOfEach, MostDrawn / Math.Max(1, problems));
            var often = (int)Math.Max(draws, Math.Min(tests * DrawsOfEach, most));
            var differences = Drawn(often, problems,
                [.. pairs.Select(pair => (Func<int[], double?>)(each => pair.One.Of(each) - pair.Other.Of(each)))], cancellationToken);
            for (var at = 0; at < pairs.Count; at++)
            {
                if (Compared(group, pairs[at].One, pairs[at].Other, members, theirs, differences[at], problems) is { } comparison)
                    found.Add(comparison);
            }
        }

        var adjusted = ManyTests.Holm([.. found.Select(comparison => comparison.P)]);
        return [.. found.Select((comparison, at) => comparison with { AdjustedP = adjusted[at] })];
    }

    private static (string Group, List<MeasuredTrace> Ours, List<MeasuredTrace> Theirs, int Problems,
        List<(Measure One, Measure Other)> Pairs) Pairs((string Name, List<MeasuredTrace> Members) group,
        Dictionary<string, MeasuredTrace> others)
    {
        List<MeasuredTrace> theirs = [.. group.Members.Select(trace => others[trace.Hash] with { Problem = trace.Problem })];
        var (problemOf, problems, _) = DrawnTogether.Of(group.Members);
        var measures = Measures.Of(theirs, problemOf, problems).ToDictionary(measure => measure.Name);
        return (group.Name, group.Members, theirs, problems, [.. Measures.Of(group.Members, problemOf, problems)
            .Where(measure => measures.ContainsKey(measure.Name)).Select(measure => (measure, measures[measure.Name]))]);
    }

    private static Comparison? Compared(string group, Measure one, Measure other, List<MeasuredTrace> ours, List<MeasuredTrace> theirs,
        List<double> differences, int problems)
    {
        if (one.Of(Once(problems)) is not { } value || other.Of(Once(problems)) is not { } otherValue)
            return null;
        var p = RightOnly(one.Name) is { } isRight
            ? McNemarTest.Of([.. ours.Where(isRight.Counts).Select(isRight.Of)], [.. theirs.Where((_, at) => isRight.Counts(ours[at]))
                .Select(isRight.Of)]).ExactP
            : differences.Count == 0 ? 1 : Math.Min(1, 2.0 * (1 + Math.Min(
                differences.Count(each => each <= 0), differences.Count(each => each >= 0))) / (differences.Count + 1));
        return new Comparison(group, one.Name, one.Count, value, otherValue, Ends(differences), p, p) { IsError = one.IsError };
    }

    // Figures that are shares of traces that are right or not are compared trace by trace, exactly.
    private static (Func<MeasuredTrace, bool> Counts, Func<MeasuredTrace, bool> Of)? RightOnly(string name) => name switch
    {
        "first error located, review" => (trace => trace.Label >= 0, trace => trace.Review == trace.Label),
        "left alone, review" => (trace => trace.Label < 0, trace => trace.Review < 0),
        _ => null,
    };

    private static IEnumerable<(string Group, List<MeasuredTrace> Members)> Groups(IReadOnlyList<MeasuredTrace> traces, string? by)
    {
        yield return (string.Empty, [.. traces]);
        if (by is null)
            yield break;
        foreach (var group in traces.GroupBy(trace => trace.Groups.GetValueOrDefault(by, "unknown")).OrderBy(group => group.Key,
            StringComparer.Ordinal))
            yield return ($"{by} = {group.Key}", [.. group]);
    }

    // Draw by draw, so that memory does not grow with the draws.
    private static List<double>[] Drawn(
        int often, int problems, IReadOnlyList<Func<int[], double?>> figures, CancellationToken cancellationToken)
    {
        List<double>[] values = [.. figures.Select(_ => new List<double>(often))];
        foreach (var weights in new Bootstrap(often).Weights(problems))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var at = 0; at < figures.Count; at++)
            {
                if (figures[at](weights) is { } value)
                    values[at].Add(value);
            }
        }

        foreach (var each in values)
            each.Sort();
        return values;
    }

    private static int[] Once(int problems)
    {
        var weights = new int[problems];
        Array.Fill(weights, 1);
        return weights;
    }

    // Where every draw gives the same, as of 0 of 5, drawing again tells nothing of what others would be; of a share the exact interval
    // of Clopper and Pearson does, over what is drawn together, of another figure nothing.
    private static Interval? IntervalOf(Measure measure, double value, int problems, Func<Measure, Interval?> drawn)
    {
        if (drawn(measure) is { } ends)
            return ends;
        if (measure.Problems is { } count)
        {
            return new Interval(ProportionIntervals.ClopperPearson((long)Math.Floor(value * count), count).Low,
                ProportionIntervals.ClopperPearson((long)Math.Ceiling(value * count), count).High);
        }

        return measure.Parts is var (one, other, of) && (Part(one), Part(other)) is ({ } first, { } second)
            ? new Interval(of(first.Low, second.Low), of(first.High, second.High)) : null;

        Interval? Part(Measure part) => IntervalOf(part, part.Of(Once(problems))!.Value, problems, drawn);
    }

    private static Interval? Ends(List<double> sorted) => sorted.Count == 0 || sorted[^1] - sorted[0] < 1e-12 ? null
        : new Interval(Bootstrap.Percentile(sorted, 0.025), Bootstrap.Percentile(sorted, 0.975));
}
