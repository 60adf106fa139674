using System.Text;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>The lines a finding speaks of, with the columns to mark.</summary>
internal static class Excerpt
{
    private const int MostLines = 3;
    private const int TabWidth = 4;
    private const int ContextBefore = 30;

    /// <summary>Up to three lines of <paramref name="source"/> from where <paramref name="span"/> starts.</summary>
    public static IEnumerable<ExcerptLine> Of(SourceText source, TextSpan span, int width)
    {
        var first = source.PositionOf(span.Start).Line;
        var last = Math.Min(source.PositionOf(Math.Max(span.Start, span.End - 1)).Line, first + MostLines - 1);
        for (var line = first; line <= last; line++)
        {
            var whole = source.LineSpan(line);
            var from = Math.Clamp(span.Start, whole.Start, whole.End);
            var to = Math.Clamp(span.End, from, whole.End);
            if (line > first && from == to)
                continue;
            yield return Show(source.Text, line, whole, TextSpan.FromBounds(from, to), width);
        }
    }

    private static ExcerptLine Show(string text, int line, TextSpan whole, TextSpan mark, int width)
    {
        // A line of JSONL may hold a megabyte: only what can be shown is looked at.
        var from = StartOfWindow(text, whole, mark, width);
        var to = Math.Min(whole.End, from + (width * 2));
        var shown = new StringBuilder(from > whole.Start ? "…" : string.Empty);
        int column = shown.Length, markColumn = -1, markEnd = 0, offset = from;
        var isClipped = to < whole.End;
        foreach (var rune in text.AsSpan(from, to - from).EnumerateRunes())
        {
            if (offset >= mark.Start && markColumn < 0)
                markColumn = column;
            var (glyph, columns) = Glyph(rune, column);
            if (column + columns > width - 1)
            {
                isClipped = true;
                break;
            }

            shown.Append(glyph);
            column += columns;
            if (offset < mark.End)
                markEnd = column;
            offset += rune.Utf16SequenceLength;
        }

        if (markColumn < 0)
            markColumn = column;
        if (isClipped)
            shown.Append('…');
        return new ExcerptLine(line, shown.ToString(), markColumn, Math.Max(1, markEnd - markColumn));
    }

    private static int StartOfWindow(string text, TextSpan whole, TextSpan mark, int width)
    {
        var fits = DisplayWidth.Of(text.AsSpan(whole.Start, Math.Min(mark.End - whole.Start, width * 2))) < width - 1
            && mark.End - whole.Start < width * 2;
        if (fits)
            return whole.Start;
        var from = Math.Max(whole.Start, mark.Start - ContextBefore);
        return from > whole.Start && char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }

    private static (string Glyph, int Columns) Glyph(Rune rune, int column)
    {
        if (rune.Value == '\t')
        {
            var columns = TabWidth - (column % TabWidth);
            return (new string(' ', columns), columns);
        }

        return rune.IsBmp ? (VisibleText.Of((char)rune.Value).ToString(), DisplayWidth.Of(new Rune(VisibleText.Of((char)rune.Value))))
            : (rune.ToString(), DisplayWidth.Of(rune));
    }
}
