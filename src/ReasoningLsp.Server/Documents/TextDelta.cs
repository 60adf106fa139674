using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Documents;

/// <summary>
/// Which stretches of a text were replaced to make a later one of it, and how long they are there: what was written
/// stands in the later text. Deltas of one change after the other compose. Immutable.
/// </summary>
internal sealed class TextDelta
{
    // More stretches than that are taken for one.
    private const int MostStretches = 64;

    private readonly ImmutableArray<Stretch> _stretches;

    private TextDelta(ImmutableArray<Stretch> stretches) => _stretches = stretches;

    /// <summary>Nothing was replaced.</summary>
    public static TextDelta None { get; } = new([]);

    /// <summary>The delta of edits, ascending and not overlapping.</summary>
    public static TextDelta Of(ImmutableArray<TextEdit> edits) =>
        None.Then(new([.. edits.Select(edit => new Stretch(edit.Span.Start, edit.Span.Length, edit.NewText.Length))]));

    /// <summary>This and then <paramref name="later"/>, as one.</summary>
    public TextDelta Then(TextDelta later)
    {
        if (_stretches.IsEmpty)
            return later;
        var known = _stretches.ToList();
        // From the end, so that what stands before keeps its place.
        for (var index = later._stretches.Length - 1; index >= 0; index--)
            Add(known, later._stretches[index]);
        return new(known.Count <= MostStretches ? [.. known] : [Hull(known)]);
    }

    /// <summary>
    /// The edits that make <paramref name="after"/> of <paramref name="before"/>, ascending, without what reads the same in both.
    /// </summary>
    public ImmutableArray<TextEdit> Edits(string before, string after)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>(_stretches.Length);
        var moved = 0;
        foreach (var stretch in _stretches)
        {
            var old = before.AsSpan(stretch.Start, stretch.Length);
            var now = after.AsSpan(stretch.Start + moved, stretch.NewLength);
            var start = old.CommonPrefixLength(now);
            var most = Math.Min(old.Length, now.Length) - start;
            var end = 0;
            while (end < most && old[^(end + 1)] == now[^(end + 1)])
                end++;
            var span = TextSpan.FromBounds(stretch.Start + start, stretch.Start + stretch.Length - end);
            if (span.Length > 0 || now.Length > start + end)
                edits.Add(new TextEdit(span, now[start..^end].ToString()));
            moved += stretch.Growth;
        }

        return edits.ToImmutable();
    }

    // "next" counts in the text that "known" leads to, as all numbers here do; what it touches becomes one with it.
    private static void Add(List<Stretch> known, Stretch next)
    {
        int first = 0, moved = 0;
        while (first < known.Count && known[first].Start + moved + known[first].NewLength < next.Start)
            moved += known[first++].Growth;
        int start = next.Start, end = next.Start + next.Length, last = first, grown = 0;
        while (last < known.Count && known[last].Start + moved + grown <= end)
        {
            start = Math.Min(start, known[last].Start + moved + grown);
            grown += known[last].Growth;
            end = Math.Max(end, known[last].Start + known[last].Length + moved + grown);
            last++;
        }

        known.RemoveRange(first, last - first);
        known.Insert(first, new Stretch(start - moved, end - start - grown, end - start + next.Growth));
    }

    private static Stretch Hull(List<Stretch> stretches)
    {
        var length = stretches[^1].Start + stretches[^1].Length - stretches[0].Start;
        return new Stretch(stretches[0].Start, length, length + stretches.Sum(stretch => stretch.Growth));
    }

    private readonly record struct Stretch(int Start, int Length, int NewLength)
    {
        public int Growth => NewLength - Length;
    }
}
