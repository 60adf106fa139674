using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Bench;

/// <summary>How each way of making one score of many orders traces, and how a trace's lowest score and largest fall point to the first
/// error.</summary>
internal sealed record AggregateCounts
{
    /// <summary>Wrong traces.</summary>
    public int Wrong { get; private init; }

    /// <summary>Wrong traces whose first error is the step with the lowest score.</summary>
    public int LowestLocated { get; private init; }

    /// <summary>Wrong traces whose first error is the step into which the score falls most (Delta).</summary>
    public int FallLocated { get; private init; }

    /// <summary>The probability that a clean trace is put above a wrong one, by each aggregate.</summary>
    public IEnumerable<(string Name, double Auc)> Auc =>
        Traces.SelectMany(trace => trace.Values.Select(value => (value.Name, value.Value, trace.IsGood)))
        .GroupBy(value => value.Name)
        .Select(group => (group.Key, Auc: RankOrder.Auc(group.Select(value => (value.Value, value.IsGood)))))
        .Where(pair => pair.Auc is not null).Select(pair => (pair.Key, pair.Auc!.Value));

    private ImmutableList<(bool IsGood, ImmutableArray<(string Name, double Value)> Values)> Traces { get; init; } = [];

    /// <summary>The same and one trace more, whose first wrong step is <paramref name="wrong"/> or −1.</summary>
    public AggregateCounts With(TraceScores scores, int wrong)
    {
        if (scores.Whole is { } whole)
            return this with { Traces = Traces.Add((wrong < 0, [("whole", whole)])) };
        if (scores.Steps.IsEmpty)
            return this;
        var credit = ClipDelta.Of(scores);
        var values = Enum.GetValues<Aggregation>().Where(aggregation => aggregation != Aggregation.Sum
            || scores.Profile.Aggregation == Aggregation.Sum)
            .Select(aggregation => (aggregation.ToString().ToLowerInvariant(), scores.AggregateBy(aggregation)!.Value));
        if (credit.Clip is { } clip)
            values = values.Append(("clip", clip));
        var counted = this with { Traces = Traces.Add((wrong < 0, [.. values])) };
        return wrong < 0 ? counted : counted with
        {
            Wrong = Wrong + 1,
            LowestLocated = LowestLocated + (scores.Steps.MinBy(step => step.Value)!.Step == wrong ? 1 : 0),
            FallLocated = FallLocated + (credit.LargestFall?.Step == wrong ? 1 : 0),
        };
    }

    /// <summary>Both together.</summary>
    public AggregateCounts Plus(AggregateCounts other) => this with
    {
        Traces = Traces.AddRange(other.Traces),
        Wrong = Wrong + other.Wrong,
        LowestLocated = LowestLocated + other.LowestLocated,
        FallLocated = FallLocated + other.FallLocated,
    };
}
