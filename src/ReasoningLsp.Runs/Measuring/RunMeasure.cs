using System.Collections.Immutable;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>Measures labelled traces: every figure with an interval by bootstrap over problems, comparisons paired.</summary>
/// <param name="draws">How often problems are drawn.</param>
public sealed class RunMeasure(int draws = 1000)
{
    /// <summary>The figures of all traces, and of each group.</summary>
    /// <param name="traces">The traces; those without a label count where no label is needed.</param>
    /// <param name="by">What to group by, or null.</param>
    /// <param name="cancellationToken">Stops between two figures.</param>
    public ImmutableArray<Figure> Figures(IReadOnlyList<MeasuredTrace> traces, string? by, CancellationToken cancellationToken)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (var (group, members) in Groups(traces, by))
        {
            var (problemOf, problems) = Problems(members);
            var measures = Measures.Of(members, problemOf, problems).ToList();
            var drawn = Drawn(problems, [.. measures.Select(measure => measure.Of)], cancellationToken);
            for (var at = 0; at < measures.Count; at++)
            {
                var measure = measures[at];
                if (measure.Of(Once(problems)) is { } value)
                    figures.Add(new Figure(group, measure.Name, measure.Meaning, measure.Count, value, Ends(drawn[at]))
                    { IsError = measure.IsError });
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
        foreach (var (group, members) in Groups(both, by))
        {
            List<MeasuredTrace> theirs = [.. members.Select(trace => others[trace.Hash] with { Problem = trace.Problem })];
            var (problemOf, problems) = Problems(members);
            var measures = Measures.Of(theirs, problemOf, problems).ToDictionary(measure => measure.Name);
            List<(Measure One, Measure Other)> pairs = [.. Measures.Of(members, problemOf, problems)
                .Where(measure => measures.ContainsKey(measure.Name)).Select(measure => (measure, measures[measure.Name]))];
            var differences = Drawn(problems,
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

    private static (List<int> ProblemOf, int Problems) Problems(List<MeasuredTrace> traces)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        List<int> problemOf = [.. traces.Select(trace => numbers.TryGetValue(trace.Problem, out var known) ? known
            : numbers[trace.Problem] = numbers.Count)];
        return (problemOf, numbers.Count);
    }

    // Draw by draw, so that memory does not grow with the draws.
    private List<double>[] Drawn(int problems, IReadOnlyList<Func<int[], double?>> figures, CancellationToken cancellationToken)
    {
        List<double>[] values = [.. figures.Select(_ => new List<double>(draws))];
        foreach (var weights in new Bootstrap(draws).Weights(problems))
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

    private static Interval Ends(List<double> sorted) => sorted.Count == 0 ? new Interval(double.NaN, double.NaN)
        : new Interval(Bootstrap.Percentile(sorted, 0.025), Bootstrap.Percentile(sorted, 0.975));
}
