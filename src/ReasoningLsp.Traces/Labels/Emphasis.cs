namespace ReasoningLsp.Traces.Labels;

/// <summary>The emphasis or the brackets a label may stand in, in Markdown, HTML or LaTeX.</summary>
/// <param name="Length">Units of its opening sign; 0 for none.</param>
/// <param name="Closer">Its closing sign.</param>
internal readonly record struct Emphasis(int Length, string Closer)
{
    private static readonly (string Opener, string Closer)[] Signs =
    [
        ("***", "***"), ("**", "**"), ("__", "__"), ("*", "*"), ("_", "_"),
        ("\\textbf{", "}"), ("\\emph{", "}"), ("\\textit{", "}"), ("\\underline{", "}"), ("\\textsc{", "}"),
        ("{\\bf ", "}"), ("{\\bfseries ", "}"), ("{\\it ", "}"),
        ("<b>", "</b>"), ("<strong>", "</strong>"), ("[", "]"), ("【", "】"),
    ];

    public static Emphasis At(ReadOnlySpan<char> line)
    {
        if (!line.IsEmpty && line[0] is '*' or '_' or '\\' or '{' or '<' or '[' or '【')
            foreach (var (opener, closer) in Signs)
                if (line.StartsWith(opener, StringComparison.Ordinal))
                    return new Emphasis(opener.Length, closer);
        return new Emphasis(0, string.Empty);
    }

    /// <summary>Whether it is a bracket, which holds the label and nothing else.</summary>
    public bool IsBracket => Closer is "]" or "】";

    /// <summary>The offset after the closing sign, if it stands at <paramref name="at"/>.</summary>
    public (int End, bool Closed) CloseAt(ReadOnlySpan<char> line, int at) =>
        Length > 0 && line[at..].StartsWith(Closer, StringComparison.Ordinal) ? (at + Closer.Length, true) : (at, false);

    /// <summary>Where the closing sign stands later in the line; empty if nowhere.</summary>
    public TextSpan FindCloser(ReadOnlySpan<char> line, int from)
    {
        if (Closer != "}")
        {
            var found = line[from..].IndexOf(Closer, StringComparison.Ordinal);
            return found < 0 ? default : new TextSpan(from + found, Closer.Length);
        }

        var depth = 1;
        for (var at = from; at < line.Length; at++)
        {
            if (line[at] == '\\')
                at++;
            else if (line[at] == '{')
                depth++;
            else if (line[at] == '}' && --depth == 0)
                return new TextSpan(at, 1);
        }

        return default;
    }
}
