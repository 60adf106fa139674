using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>Makes text that the Markdown parser reads as its blocks, offset by offset, without mistaking mathematics for markup.</summary>
/// <remarks>A line "- 5" or "> 0" within <c>$$…$$</c> is no list and no quote, so displays are written over with letters.</remarks>
internal static class MarkdownMask
{
    public static string Apply(string text, ImmutableArray<Segment> segments)
    {
        var needed = text.Contains('[');
        foreach (var segment in segments)
            needed |= segment.Kind is SegmentKind.InlineMath or SegmentKind.DisplayMath;
        if (!needed)
            return text;
        var units = text.ToCharArray();
        units.AsSpan().Replace('[', 'x'); // no link definitions: "[1]: x = 3" is text
        foreach (var segment in segments)
            if (segment.Kind is SegmentKind.InlineMath or SegmentKind.DisplayMath)
                Cover(text, segment.Whole, units);
        return new string(units);
    }

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

    private static bool IsInQuote(string text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\r' or '\n'))
            at--;
        at = Lines.SkipBlanks(text, at, text.Length);
        return at < text.Length && text[at] == '>';
    }
}
