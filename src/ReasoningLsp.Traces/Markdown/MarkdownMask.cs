using System.Collections.Immutable;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Markdown;

/// <summary>Makes text that the Markdown parser reads as its blocks, offset by offset, without mistaking mathematics for markup.</summary>
/// <remarks>A line "- 5" or "> 0" within <c>$$…$$</c> is no list and no quote, so displays are written over with letters.</remarks>
internal static class MarkdownMask
{
    public static string Apply(string text, ImmutableArray<Segment> segments)
    {
        var hasLists = text.Contains("<li", StringComparison.OrdinalIgnoreCase);
        var needed = hasLists || text.AsSpan().ContainsAny('[', '=') || text.Contains("--", StringComparison.Ordinal);
        foreach (var segment in segments)
            needed |= segment.Kind is SegmentKind.InlineMath or SegmentKind.DisplayMath || IsElement(text, segment);
        if (!needed)
            return text;
        var units = text.ToCharArray();
        units.AsSpan().Replace('[', 'x'); // no link definitions: "[1]: x = 3" is text
        if (hasLists)
            HtmlLists.Cover(text, units);
        CoverUnderlines(units);
        foreach (var segment in segments)
        {
            if (segment.Kind is SegmentKind.InlineMath or SegmentKind.DisplayMath)
                Cover(text, segment.Whole, units);
            else if (IsElement(text, segment))
                units.AsSpan(segment.Whole.Start, segment.Whole.Length).Fill('x'); // its blank lines and indents are the program's
        }

        return new string(units);
    }

    // "<code>…</code>" over several lines.
    private static bool IsElement(string text, Segment segment) => segment.Kind == SegmentKind.Code && text[segment.Whole.Start] == '<'
        && text.AsSpan(segment.Whole.Start, segment.Whole.Length).Contains('\n');

    private static void Cover(string text, TextSpan span, char[] units)
    {
        var keepsQuote = IsInQuote(text, span.Start);
        var isLineStart = false;
        for (var at = span.Start; at < span.End; at++)
        {
            var unit = text[at];
            if (unit is '\r' or '\n')
                isLineStart = true;
            else if (!char.IsWhiteSpace(unit) && !(isLineStart && keepsQuote && unit == '>'))
            {
                units[at] = 'x';
                isLineStart = false;
            }
        }
    }

    /// <summary>Whether a line opens so many lists and quotes that the parser would take seconds to refuse it.</summary>
    public static bool IsHostile(string text)
    {
        const int MostMarkers = 40;
        for (var at = 0; at < text.Length;)
        {
            var end = Lines.EndOfLine(text, at, text.Length);
            var markers = 0;
            for (; at < end && markers <= MostMarkers; at++)
            {
                if (text[at] is '>' or '-' or '*' or '+' or '.' or ')')
                    markers++;
                else if (!(char.IsAsciiDigit(text[at]) || text[at] is ' ' or '\t'))
                    break;
            }

            if (markers > MostMarkers && text.AsSpan(at, Math.Min(end - at, MostMarkers)).ContainsAny(' ', '>'))
                return true;
            at = Lines.AfterBreak(text, end);
        }

        return false;
    }

    // Underlined headings are told apart in PieceList: the parser is slow at them, and takes a lone "-" or "=" for one.
    private static void CoverUnderlines(char[] units)
    {
        var start = 0;
        var followsText = false;
        while (start < units.Length)
        {
            var rest = units.AsSpan(start);
            var length = rest.IndexOfAny('\r', '\n');
            var line = length < 0 ? rest : rest[..length];
            var bare = ((ReadOnlySpan<char>)line).Trim(" \t");
            if (followsText && !bare.IsEmpty && !bare.ContainsAnyExcept(bare[0] is '=' ? '=' : '-'))
                line.Replace(bare[0], 'x');
            followsText = !bare.IsEmpty && bare[0] is not '#';
            start += line.Length + 1;
            if (start < units.Length && units[start - 1] == '\r' && units[start] == '\n')
                start++;
        }
    }

    private static bool IsInQuote(string text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\r' or '\n'))
            at--;
        at = Lines.SkipBlanks(text, at, text.Length);
        return at < text.Length && text[at] == '>';
    }
}
