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
}
