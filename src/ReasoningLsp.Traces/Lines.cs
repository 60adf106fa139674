namespace ReasoningLsp.Traces;

/// <summary>Walks a text line by line; <c>\r\n</c>, <c>\n</c> and <c>\r</c> end a line.</summary>
internal static class Lines
{
    /// <summary>The offset of the line end at or after <paramref name="at"/>, or <paramref name="end"/>.</summary>
    public static int EndOfLine(string text, int at, int end)
    {
        var found = text.AsSpan(at, end - at).IndexOfAny('\r', '\n');
        return found < 0 ? end : at + found;
    }

    /// <summary>The offset after the line end at <paramref name="at"/>; <paramref name="at"/> itself at the end of the text.</summary>
    public static int AfterBreak(string text, int at)
    {
        if (at >= text.Length)
            return at;
        return text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    /// <summary>The first offset from <paramref name="at"/> that holds neither blank nor tab.</summary>
    public static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
            at++;
        return at;
    }

    /// <summary>The first offset from <paramref name="at"/> that holds no white space of any kind.</summary>
    public static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>The end of [start, end) without trailing white space.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}
