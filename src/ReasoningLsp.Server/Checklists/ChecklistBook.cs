using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Checklists;

/// <summary>Which checklists a person applied to a document's traces, and what a judge answered, from text to text. Immutable.</summary>
internal sealed class ChecklistBook
{
    private readonly ImmutableDictionary<int, string> _applied;
    private readonly ImmutableDictionary<int, string> _texts;
    private readonly ImmutableDictionary<string, ImmutableDictionary<string, ItemVerdict>> _judged;

    private ChecklistBook(
        ImmutableDictionary<int, string> applied,
        ImmutableDictionary<int, string> texts,
        ImmutableDictionary<string, ImmutableDictionary<string, ItemVerdict>> judged) =>
        (_applied, _texts, _judged) = (applied, texts, judged);

    /// <summary>Nothing was applied.</summary>
    public static ChecklistBook Empty { get; } = new([], [], []);

    /// <summary>Whether nothing was applied and nothing judged.</summary>
    public bool IsEmpty => _applied.IsEmpty && _judged.IsEmpty;

    /// <summary>The same with <paramref name="list"/> applied to traces; an empty name leaves what their own settings name.</summary>
    public ChecklistBook Applying(IEnumerable<int> traces, string list) =>
        new(
            list.Length == 0
                ? _applied.RemoveRange(traces)
                : _applied.SetItems(traces.Select(trace => KeyValuePair.Create(trace, list))), _texts, _judged);

    /// <summary>The same with what a judge answered of a trace; what it answered of an earlier text of it goes.</summary>
    public ChecklistBook With(Trace trace, IEnumerable<ItemVerdict> verdicts)
    {
        var text = TextOf(trace);
        var stale = _texts.TryGetValue(trace.Index, out var before) && before != text && _texts.Count(pair => pair.Value == before) == 1
            ? before
            : null;
        var judged = stale is null ? _judged : _judged.Remove(stale);
        var known = judged.GetValueOrDefault(text) ?? ImmutableDictionary<string, ItemVerdict>.Empty;
        return new(
            _applied, _texts.SetItem(trace.Index, text), judged.SetItem(
                text, known.SetItems(verdicts.Select(verdict => KeyValuePair.Create(verdict.Item.Id, verdict)))));
    }

    /// <summary>The same after an edit: lists go where their traces went.</summary>
    public ChecklistBook Following(ImmutableArray<Trace> before, ImmutableArray<Trace> now)
    {
        if (before.Length == now.Length || (_applied.IsEmpty && _texts.IsEmpty))
            return this;
        var places = MovedTraces.Between(before, now);
        return new(Moved(_applied, places), Moved(_texts, places), _judged);
    }

    /// <summary>The lists, or questions, that hold for a trace: what a person applied, else what it names itself.</summary>
    public ImmutableArray<string> EntriesFor(Trace trace) =>
        _applied.TryGetValue(trace.Index, out var list) ? [list] : trace.Settings.Checklist;

    /// <summary>What a judge answered of this very text, by item, and what of an earlier text at its place; null where none did.</summary>
    public (ImmutableDictionary<string, ItemVerdict>? Current, ImmutableDictionary<string, ItemVerdict>? Earlier) Of(Trace trace)
    {
        if (_judged.IsEmpty)
            return (null, null);
        var text = TextOf(trace);
        return _judged.TryGetValue(text, out var current) ? (current, null)
            : (null, _texts.TryGetValue(trace.Index, out var before) ? _judged.GetValueOrDefault(before) : null);
    }

    private static ImmutableDictionary<int, string> Moved(ImmutableDictionary<int, string> held, ImmutableArray<int?> places) => held
        .Where(pair => pair.Key < places.Length && places[pair.Key] is not null)
        .ToImmutableDictionary(pair => places[pair.Key]!.Value, pair => pair.Value);

    // All that a judge reads.
    private static string TextOf(Trace trace) =>
        StepHash.Of(
            string.Join('\u001e', trace.Steps.Select(step => step.Text.Text).Prepend(trace.Problem?.Text).Append(trace.FinalAnswer?.Text)));
}
