using System.Collections.Immutable;
using ReasoningLsp.Traces.Labels;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>Fills pieces with what their chunk knows of their stretch of text.</summary>
internal sealed class PieceMaker(ChunkSource source)
{
    /// <summary>The level of a bold phrase that stands as a heading: below every real one.</summary>
    public const int BoldLevel = 7;

    private ImmutableArray<Dangling>? _danglings;

    /// <summary>Fills in what follows from the label and from what the chunk knows of the stretch.</summary>
    public Piece Complete(Piece piece, int text, Label? label, ReadOnlySpan<TextSpan> prefixes)
    {
        var content = label is null ? text : Lines.SkipSpace(source.Text, text + label.Length, piece.End);
        List<TextSpan> holes = [.. prefixes];
        holes.AddRange(Spans.Overlapping(source.Comments, piece.Start, piece.End));
        if (piece.Level == BoldLevel && label is null)
            AddEmphasisHoles(text, piece.End, holes);
        holes.Sort((left, right) => left.Start.CompareTo(right.Start));
        return piece with
        {
            TextStart = text,
            ContentStart = content,
            Label = label is { Closer.Length: > 0 } ? label with { Closer = label.Closer.Shift(text) } : label,
            Holes = [.. holes],
            Code = piece.Code.IsEmpty ? Within(piece) : piece.Code,
            Danglings = DanglingsWithin(piece.Start, piece.End),
            EndsSentence = piece.End > content && source.Text[piece.End - 1] is ('.' or '!' or '?' or '。' or '！' or '？'),
            IsDisplay = label is null && IsDisplay(content, piece.End),
            Rows = label is null ? Rows(content, piece.End) : [],
        };
    }

    /// <summary>The delimiters without partner that stand in [start, end).</summary>
    public ImmutableArray<Dangling> DanglingsWithin(int start, int end)
    {
        var all = _danglings ??= Dangling.Find(source.Text, source.Segments);
        int low = 0, high = all.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Span.Start >= start)
                high = middle;
            else
                low = middle + 1;
        }

        while (high < all.Length && all[high].Span.End <= end)
            high++;
        return low == high ? [] : all[low..high];
    }

    /// <summary>Whether <paramref name="at"/> lies within mathematics and not at its start.</summary>
    public bool IsInMath(int at)
    {
        var segment = SegmentAt(at);
        return segment is { Kind: SegmentKind.DisplayMath or SegmentKind.InlineMath } && segment.Value.Whole.Start < at;
    }

    private Segment? SegmentAt(int at)
    {
        int low = 0, high = source.Segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (source.Segments[middle].Whole.Start <= at)
                low = middle;
            else
                high = middle - 1;
        }

        return source.Segments.IsEmpty ? null : source.Segments[low];
    }

    private bool IsDisplay(int start, int end)
    {
        var segment = SegmentAt(start);
        return segment is { Kind: SegmentKind.DisplayMath } && segment.Value.Whole.Start == start
            && source.Text.AsSpan(segment.Value.Whole.End, Math.Max(0, end - segment.Value.Whole.End)).Trim(" .,;\t").IsEmpty;
    }

    private ImmutableArray<TextSpan> Rows(int start, int end) =>
        IsDisplay(start, end) ? AlignRows.Find(source.Text, SegmentAt(start)!.Value) : [];

    private ImmutableArray<TextSpan> Within(Piece piece)
    {
        if (source.Code.IsEmpty)
            return [];
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in Spans.Overlapping(source.Code, piece.Start, piece.End))
            found.Add(TextSpan.FromBounds(Math.Max(span.Start, piece.Start), Math.Min(span.End, piece.End)));
        return found.ToImmutable();
    }

    private void AddEmphasisHoles(int text, int end, List<TextSpan> holes)
    {
        holes.Add(new TextSpan(text, 2));
        holes.Add(new TextSpan(text + source.Text[text..end].LastIndexOf("**", StringComparison.Ordinal), 2));
    }
}
