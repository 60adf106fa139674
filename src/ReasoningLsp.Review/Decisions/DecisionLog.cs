using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Decisions;

/// <summary>All decisions of a folder. The latest one on a step and rule counts, in whatever order the lines stand after a merge.</summary>
public sealed class DecisionLog
{
    private readonly FrozenDictionary<(string Rule, string Step), Decision> _dismissed;
    private readonly FrozenDictionary<(string Item, string Step), Decision> _items;

    /// <summary>A log of <paramref name="decisions"/>.</summary>
    public DecisionLog(IEnumerable<Decision> decisions)
    {
        Decisions = [.. decisions];
        _items = Decisions
            .Where(decision => decision.Kind == DecisionKind.ItemVerdict && decision.Item is not null)
            .GroupBy(decision => (decision.Item!, decision.Step))
            .ToFrozenDictionary(group => group.Key, group => group.MaxBy(decision => decision.When)!);
        _dismissed = Decisions
            .Where(decision => decision.Kind != DecisionKind.ItemVerdict)
            .GroupBy(decision => (Rule: decision.Rule.ToUpperInvariant(), decision.Step))
            .Select(group => (group.Key, Last: group.MaxBy(decision => decision.When)!))
            .Where(pair => pair.Last.Kind == DecisionKind.WrongFinding)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Last);
    }

    /// <summary>Nobody said anything.</summary>
    public static DecisionLog Empty { get; } = new([]);

    /// <summary>Every decision as read.</summary>
    public ImmutableArray<Decision> Decisions { get; }

    /// <summary>What a person said last of an item where it speaks of the text with this hash, or null.</summary>
    public Decision? OnItem(string item, string step) => _items.GetValueOrDefault((item, step));

    /// <summary>Whether a person called <paramref name="finding"/> wrong.</summary>
    public bool Dismisses(Trace trace, Finding finding) => Dismissal(trace, finding) is not null;

    /// <summary>The decision by which a person called <paramref name="finding"/> wrong, or null.</summary>
    public Decision? Dismissal(Trace trace, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return _dismissed.Count == 0 ? null
            : _dismissed.GetValueOrDefault((finding.Rule.Id.ToUpperInvariant(), StepHash.Of(trace, finding)));
    }
}
