namespace ReasoningLsp.Traces;

/// <summary>Cuts pieces at thought tags and puts a piece for each tag between.</summary>
internal static class ThinkSplitter
{
    public static List<Piece> Split(List<Piece> pieces, ChunkSource source)
    {
        var result = new List<Piece>(pieces.Count + source.Tags.Length);
        var tag = 0;
        foreach (var whole in pieces)
        {
            Piece? piece = whole;
            for (; tag < source.Tags.Length && source.Tags[tag].Span.Start < whole.End; tag++)
            {
                var span = source.Tags[tag].Span;
                if (piece is not null && span.Start >= piece.Start && span.End <= piece.TextStart)
                {
                    AddTag(result, source.Tags[tag]); // between a marker and its text: nothing is torn
                    piece = piece with { Start = span.End };
                    continue;
                }

                if (piece is not null && span.Start > piece.Start)
                    AddPart(result, Cut(piece, TrimEnd(source.Text, piece.Start, span.Start)));
                AddTag(result, source.Tags[tag]);
                piece = Rest(piece, span.End, source);
            }

            if (piece is not null)
                AddPart(result, piece);
        }

        for (; tag < source.Tags.Length; tag++)
            AddTag(result, source.Tags[tag]);
        return result;
    }

    private static Piece? Rest(Piece? piece, int from, ChunkSource source)
    {
        if (piece is null || from <= piece.Start)
            return piece;
        var start = Lines.SkipSpace(source.Text, from, piece.End);
        if (start >= piece.End)
            return null;
        var line = source.Text.AsSpan(start, Math.Min(piece.End, Lines.EndOfLine(source.Text, start, source.Text.Length)) - start);
        var rest = new Piece(PieceKind.Text, start, piece.End) { ListDepth = piece.ListDepth };
        return new PieceList(source, false).Complete(rest, start, LabelScanner.At(line, isHeading: false), [.. piece.Holes.Where(hole => hole.Start >= start)]);
    }

    // A label that the tag cuts short is none.
    private static Piece Cut(Piece piece, int end)
    {
        piece = piece with
        {
            Holes = [.. piece.Holes.Where(hole => hole.End <= end)],
            Code = [.. piece.Code.Where(code => code.End <= end)],
            Danglings = [.. piece.Danglings.Where(dangling => dangling.Span.End <= end)],
            Rows = [],
            IsDisplay = false,
            EndsSentence = true,
        };
        if (piece.Label is { Closer.Length: > 0 } label && label.Closer.End > end)
            piece = piece with { Label = label with { Closer = default } };
        if (end >= piece.ContentStart)
            return piece with { End = end };
        var start = Math.Min(piece.TextStart, end);
        return piece with { End = end, Label = null, TextStart = start, ContentStart = start };
    }

    private static void AddPart(List<Piece> result, Piece piece)
    {
        if (piece.End > piece.ContentStart || piece.Label is not null)
            result.Add(piece);
    }

    private static void AddTag(List<Piece> result, ThinkTag tag) =>
        result.Add(new Piece(tag.Opens ? PieceKind.ThinkOpen : PieceKind.ThinkClose, tag.Span.Start, tag.Span.End));

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}
