namespace ReasoningLsp.Traces.Inline;

/// <summary>The line that opens a code fence, possibly within quotes or at the start of a list item.</summary>
internal readonly record struct Fence(char Sign, int Length)
{
    public static Fence? OpenedBy(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart(" \t>");
        var marker = 0;
        while (marker < rest.Length && marker < 9 && char.IsAsciiDigit(rest[marker]))
            marker++;
        if (marker + 1 < rest.Length && rest[marker] is '-' or '*' or '+' or '.' or ')' && rest[marker + 1] is ' ' or '\t')
            rest = rest[(marker + 1)..].TrimStart(" \t");
        if (rest.Length < 3 || rest[0] is not ('`' or '~'))
            return null;
        var length = RunLength(rest);
        if (length < 3 || (rest[0] == '`' && rest[length..].Contains('`')))
            return null;
        return new Fence(rest[0], length);
    }

    /// <summary>Whether the line opens a fence whose content is mathematics, as on GitHub and GitLab.</summary>
    public static bool HoldsMath(ReadOnlySpan<char> line) => line.TrimStart(" \t>").TrimStart('`').Trim() is "math";

    public bool IsClosedBy(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart(" \t>").TrimEnd();
        return rest.Length >= Length && rest[0] == Sign && RunLength(rest) == rest.Length;
    }

    private static int RunLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(text[0]);
        return end < 0 ? text.Length : end;
    }
}
