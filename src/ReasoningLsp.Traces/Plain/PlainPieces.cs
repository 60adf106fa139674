using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Inline;

namespace ReasoningLsp.Traces.Plain;

/// <summary>Reads one chunk of plain text: paragraphs, labelled lines, and the headings and fences that models write.</summary>
internal static class PlainPieces
{
    public static ChunkContent Read(string text) =>
        string.IsNullOrWhiteSpace(text) ? ChunkContent.Empty : Read(ChunkSource.Of(text));

    public static ChunkContent Read(ChunkSource source)
    {
        var text = source.Text;
        var pieces = new PieceList(source, numbersInside: true);
        var paragraph = new List<TextSpan>();
        var code = 0;
        for (var at = 0; at < text.Length;)
        {
            while (code < source.Code.Length && source.Code[code].End <= at)
                code++;
            var end = Lines.EndOfLine(text, at, text.Length);
            var line = text.AsSpan(at, end - at);
            var level = HeadingLevel(line);
            if (code < source.Code.Length && source.Code[code].Start == at && Fence.OpenedBy(line) is not null)
            {
                Flush(paragraph, pieces);
                end = source.Code[code].End;
                pieces.AddCode(at, end, 0, null);
            }
            else if (line.IsWhiteSpace() || level > 0)
            {
                Flush(paragraph, pieces);
                if (level > 0)
                    pieces.AddHeading(at, end, level, 0, null);
            }
            else
            {
                paragraph.Add(TextSpan.FromBounds(at, end));
            }

            at = Lines.AfterBreak(text, end);
        }

        Flush(paragraph, pieces);
        return pieces.ToContent();
    }

    private static void Flush(List<TextSpan> paragraph, PieceList pieces)
    {
        if (paragraph.Count > 0)
            pieces.AddParagraph(paragraph, 0, null);
        paragraph.Clear();
    }

    private static int HeadingLevel(ReadOnlySpan<char> line)
    {
        var level = 0;
        while (level < line.Length && line[level] == '#')
            level++;
        return level is >= 1 and <= 6 && level < line.Length && line[level] == ' ' && !line[level..].IsWhiteSpace() ? level : 0;
    }
}
