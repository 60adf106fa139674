namespace ReasoningLsp.Traces;

/// <summary>Groups of LaTeX.</summary>
internal static class Braces
{
    /// <summary>Where the brace closes that opens at <paramref name="open"/>; null where none does in <paramref name="text"/>, or in its
    /// paragraph where that is asked for.</summary>
    public static int? Close(ReadOnlySpan<char> text, int open, bool inParagraph = false)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return at;
            if (inParagraph && text[at] == '\n' && at + 1 < text.Length && text[at + 1] == '\n')
                return null;
        }

        return null;
    }
}
