using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Alarms on the traces that nobody called wrong.</summary>
internal sealed record AlarmCounts
{
    /// <summary>Nothing counted yet.</summary>
    public static AlarmCounts None { get; } = new();

    /// <summary>Traces that were right or not judged.</summary>
    public int Traces { get; init; }

    /// <summary>Of these, those with an alarm of severity error or warning.</summary>
    public int Warned { get; init; }

    /// <summary>Of these, those with an alarm of any severity.</summary>
    public int Alarmed { get; init; }

    /// <summary>Alarms that are not in the accepted list, where there is one.</summary>
    public int New { get; init; }

    /// <summary>How many alarms each rule raised.</summary>
    public ImmutableSortedDictionary<string, int> Rules { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>How many alarms each kind of reading raised.</summary>
    public ImmutableSortedDictionary<string, int> Readings { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The same and one trace more.</summary>
    public AlarmCounts With(IReadOnlyCollection<Alarm> alarms, int unaccepted) => new()
    {
        Traces = Traces + 1,
        Warned = Warned + (alarms.Any(alarm => alarm.Severity is Severity.Error or Severity.Warning) ? 1 : 0),
        Alarmed = Alarmed + (alarms.Count > 0 ? 1 : 0),
        New = New + unaccepted,
        Rules = alarms.Aggregate(Rules, (counts, alarm) => Plus(counts, alarm.Rule, 1)),
        Readings = alarms.Aggregate(Readings, (counts, alarm) => Plus(counts, alarm.Reading, 1)),
    };

    /// <summary>Both together.</summary>
    public AlarmCounts Plus(AlarmCounts other) => new()
    {
        Traces = Traces + other.Traces,
        Warned = Warned + other.Warned,
        Alarmed = Alarmed + other.Alarmed,
        New = New + other.New,
        Rules = other.Rules.Aggregate(Rules, (counts, rule) => Plus(counts, rule.Key, rule.Value)),
        Readings = other.Readings.Aggregate(Readings, (counts, reading) => Plus(counts, reading.Key, reading.Value)),
    };

    private static ImmutableSortedDictionary<string, int> Plus(ImmutableSortedDictionary<string, int> counts, string key, int count) =>
        counts.SetItem(key, counts.GetValueOrDefault(key) + count);
}
