namespace ReasoningLsp.Traces.Markdown;

/// <summary>Writes the tags of lists over with the marks that Markdown has for them, offset by offset: <c>&lt;li&gt;</c> becomes a line
/// break and <c>1. </c> or <c>-  </c>.</summary>
internal static class HtmlLists
{
    private const int LongestTag = 80, MostNumbers = 9;

    private static readonly string[] Blank = ["</li>", "</ol>", "</ul>"];

    /// <summary>Covers the tags that <paramref name="text"/> holds.</summary>
    public static void Cover(string text, char[] units)
    {
        var number = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var rest = text.AsSpan(at);
            if (Array.Find(Blank, tag => text.AsSpan(at).StartsWith(tag, StringComparison.OrdinalIgnoreCase)) is { } closing)
            {
                units.AsSpan(at, closing.Length).Fill(' ');
                continue;
            }

            var length = Tag(rest, "<li");
            if (length == 0)
            {
                if (Tag(rest, "<ol") is > 0 and var ordered)
                    (number, length) = (1, ordered);
                else if (Tag(rest, "<ul") is > 0 and var plain)
                    (number, length) = (0, plain);
                units.AsSpan(at, length).Fill(' ');
                continue;
            }

            units.AsSpan(at, length).Fill(' ');
            units[at] = '\n';
            if (number == 0)
            {
                units[at + 1] = '-';
                continue;
            }

            (units[at + 1], units[at + 2]) = ((char)('0' + number), '.');
            number = Math.Min(number + 1, MostNumbers);
        }
    }

    // The length of the tag that a text begins with; 0 where it begins with another.
    private static int Tag(ReadOnlySpan<char> text, string name)
    {
        if (!text.StartsWith(name, StringComparison.OrdinalIgnoreCase) || text.Length == name.Length
            || text[name.Length] is not ('>' or ' '))
            return 0;
        var line = text[..Math.Min(text.Length, LongestTag)];
        return line.IndexOf('>') is > 0 and var end && !line[..end].ContainsAny('\r', '\n') ? end + 1 : 0;
    }
}
