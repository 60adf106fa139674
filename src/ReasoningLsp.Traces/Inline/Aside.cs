namespace ReasoningLsp.Traces.Inline;

/// <summary>What stands beside the text: footnotes, and the lines that fence off a callout.</summary>
internal static class Aside
{
    private const int LongestName = 32;

    /// <summary>Whether the line is <c>:::</c> with or without a class, as Pandoc and Quarto write around a block.</summary>
    public static bool IsDivider(ReadOnlySpan<char> line) => line.TrimStart(" \t>").StartsWith(":::");

    /// <summary>Whether the line begins a footnote's text: <c>[^1]: …</c>.</summary>
    public static bool IsFootnote(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(" \t>");
        var length = ReferenceLength(text);
        return length > 0 && length < text.Length && text[length] == ':';
    }

    /// <summary>The length of <c>[^1]</c> at the start of <paramref name="text"/>, or 0.</summary>
    public static int ReferenceLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("[^"))
            return 0;
        for (var at = 2; at < text.Length && at < LongestName; at++)
        {
            if (text[at] == ']')
                return at > 2 ? at + 1 : 0;
            if (!char.IsLetterOrDigit(text[at]) && text[at] is not ('-' or '_'))
                return 0;
        }

        return 0;
    }
}
