using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Inline;

/// <summary>What in a stretch of text is code, comment or a thought's tag; spans count from the start of the stretch.</summary>
internal sealed record Markup(ImmutableArray<TextSpan> Code, ImmutableArray<TextSpan> Comments, ImmutableArray<ThinkTag> Tags)
{
    /// <summary>The text with comments and tags blanked out, line ends kept, so that every offset stays.</summary>
    public string Blank(string text)
    {
        if (Comments.IsEmpty && Tags.IsEmpty)
            return text;
        var units = text.ToCharArray();
        foreach (var span in Comments)
            Blank(units.AsSpan(span.Start, span.Length));
        foreach (var tag in Tags)
            Blank(units.AsSpan(tag.Span.Start, tag.Span.Length));
        return new string(units);
    }

    private static void Blank(Span<char> units)
    {
        foreach (ref var unit in units)
            if (unit is not ('\r' or '\n'))
                unit = ' ';
    }
}
