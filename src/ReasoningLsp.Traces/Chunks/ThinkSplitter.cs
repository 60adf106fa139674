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
                if (piece is not null && source.Tags[tag].Span.Start > piece.Start)
                    AddPart(result, piece with { End = TrimEnd(source.Text, piece.Start, source.Tags[tag].Span.Start) });
                AddTag(result, source.Tags[tag]);
                piece = Rest(piece, source.Tags[tag].Span.End, source);
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

    private static void AddPart(List<Piece> result, Piece piece)
    {
        if (piece.End > piece.ContentStart || piece.Label is not null)
            result.Add(piece.ContentStart > piece.End ? piece with { ContentStart = piece.End } : piece);
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
