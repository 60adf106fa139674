using ReasoningLsp.Traces.Inline;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>Cuts pieces at thought tags and puts a piece for each tag between.</summary>
internal sealed class ThinkSplitter(ChunkSource source, PieceMaker maker)
{
    private readonly List<Piece> _result = [];
    private int _tag;

    public List<Piece> Split(List<Piece> pieces)
    {
        foreach (var piece in pieces)
            Take(piece);
        EmitTagsUpTo(source.Text.Length + 1);
        return _result;
    }

    private void Take(Piece piece)
    {
        EmitTagsUpTo(piece.Start);
        // Between a marker and its text a tag tears nothing.
        for (; _tag < source.Tags.Length && source.Tags[_tag].Span.End <= piece.TextStart; _tag++)
        {
            AddTag(source.Tags[_tag]);
            piece = piece with { Start = source.Tags[_tag].Span.End };
        }

        if (NextTag() >= piece.End)
        {
            _result.Add(piece);
            return;
        }

        AddFirst(piece);
        while (NextTag() < piece.End)
        {
            var from = source.Tags[_tag].Span.End;
            AddTag(source.Tags[_tag++]);
            AddRest(piece, from, Math.Min(piece.End, NextTag()));
        }
    }

    private int NextTag() => _tag < source.Tags.Length ? source.Tags[_tag].Span.Start : int.MaxValue;

    // What stands before the first tag; a label that the tag cuts short is none.
    private void AddFirst(Piece piece)
    {
        var end = Lines.TrimEnd(source.Text, piece.Start, NextTag());
        var isCutShort = end < piece.ContentStart;
        var textStart = isCutShort ? Math.Min(piece.TextStart, end) : piece.TextStart;
        var label = isCutShort ? null : piece.Label;
        var first = piece with
        {
            End = end,
            Label = label is { Closer.Length: > 0 } && label.Closer.End > end ? label with { Closer = default } : label,
            TextStart = textStart,
            ContentStart = isCutShort ? textStart : piece.ContentStart,
            Holes = [.. Spans.Overlapping(piece.Holes, piece.Start, end)],
            Code = [.. Spans.Overlapping(piece.Code, piece.Start, end)],
            Danglings = maker.DanglingsWithin(piece.Start, end),
            Rows = [],
            IsDisplay = false,
            EndsSentence = true,
        };
        if (first.End > first.ContentStart || first.Label is not null)
            _result.Add(first);
    }

    private void AddRest(Piece piece, int from, int to)
    {
        var start = Lines.SkipSpace(source.Text, from, to);
        var end = Lines.TrimEnd(source.Text, start, to);
        if (end <= start)
            return;
        var line = source.Text.AsSpan(start, Lines.EndOfLine(source.Text, start, end) - start);
        var rest = new Piece(PieceKind.Text, start, end) { ListDepth = piece.ListDepth };
        _result.Add(maker.Complete(rest, start, LabelScanner.At(line, isHeading: false), Spans.Overlapping(piece.Holes, start, end)));
    }

    private void EmitTagsUpTo(int offset)
    {
        for (; NextTag() < offset; _tag++)
            AddTag(source.Tags[_tag]);
    }

    private void AddTag(ThinkTag tag) =>
        _result.Add(new Piece(tag.Opens ? PieceKind.ThinkOpen : PieceKind.ThinkClose, tag.Span.Start, tag.Span.End));
}
