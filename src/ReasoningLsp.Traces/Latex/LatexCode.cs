namespace ReasoningLsp.Traces.Latex;

/// <summary>Environments whose content is not LaTeX prose.</summary>
internal static class LatexCode
{
    private const string Begin = "\\begin{";

    private static readonly string[] Names = ["verbatim", "verbatim*", "lstlisting", "minted", "tikzpicture", "asy", "comment"];

    /// <summary>The code environment that opens at <paramref name="at"/>, or null.</summary>
    public static string? OpenedAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (!rest.StartsWith(Begin, StringComparison.Ordinal))
            return null;
        foreach (var name in Names)
            if (rest.Length > Begin.Length + name.Length && rest[Begin.Length..].StartsWith(name, StringComparison.Ordinal)
                && rest[Begin.Length + name.Length] == '}')
                return name;
        return null;
    }

    /// <summary>The offset after the end of environment <paramref name="name"/>, or -1.</summary>
    public static int EndAfter(string text, int at, string name)
    {
        var close = $"\\end{{{name}}}";
        var found = text.IndexOf(close, at, StringComparison.Ordinal);
        return found < 0 ? -1 : found + close.Length;
    }

    /// <summary>What of a command at the backslash is no text: a picture with its options, where a link leads, code within a line; null
    /// where it is text.</summary>
    public static (TextSpan Span, bool IsCode)? LeftOutAt(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        switch (text.AsSpan(at + 1, end - at - 1))
        {
            case "verb" or "lstinline" when end + 1 < text.Length && text[end] is not ('{' or '[' or ' ' or '*')
                && text.IndexOf(text[end], end + 1) is > 0 and var close && close < Lines.EndOfLine(text, end, text.Length):
                return (TextSpan.FromBounds(at, close + 1), true);
            case "lstinline" or "url" or "path" or "nolinkurl" when Group(text, end) is { } group:
                return (TextSpan.FromBounds(at, group), true);
            case "includegraphics" or "hypersetup" or "includesvg" or "graphicspath" when Group(text, Option(text, end)) is { } picture:
                return (TextSpan.FromBounds(at, picture), false);
            // The text of the link stands behind.
            case "href" when Group(text, Option(text, end)) is { } address:
                return (TextSpan.FromBounds(at, address), false);
            default:
                return null;
        }
    }

    private static int Option(string text, int at) =>
        at < text.Length && text[at] == '[' && text.IndexOf(']', at) is > 0 and var close ? close + 1 : at;

    private static int? Group(string text, int at) =>
        at < text.Length && text[at] == '{' ? Braces.Close(text, at, inParagraph: true) + 1 : null;
}
