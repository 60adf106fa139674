namespace ReasoningLsp.Traces.Segments;

/// <summary>Counts words of a sentence in what may be mathematics.</summary>
internal static class ProseWords
{
    /// <summary>
    /// Words of three letters or more that belong to no command and no <c>\text{…}</c>:
    /// all of them, and the longest row of words with only blanks (or a comma and a blank) between.
    /// </summary>
    public static (int Total, int Adjacent) Count(ReadOnlySpan<char> content)
    {
        int total = 0, adjacent = 0, row = 0;
        for (var at = 0; at < content.Length;)
        {
            var unit = content[at];
            if (unit == '\\')
            {
                at = SkipCommand(content, at);
                row = 0;
            }
            else if (char.IsLetter(unit))
            {
                var end = at;
                while (end < content.Length && (char.IsLetter(content[end]) || content[end] == '\''))
                    end++;
                if (end - at >= 3 || (end - at == 2 && row > 0))
                {
                    total++;
                    adjacent = Math.Max(adjacent, ++row);
                }

                at = end;
            }
            else
            {
                if (!char.IsWhiteSpace(unit) && unit is not (',' or '.'))
                    row = 0;
                at++;
            }
        }

        return (total, adjacent);
    }

    private static int SkipCommand(ReadOnlySpan<char> content, int at)
    {
        var end = at + 1;
        while (end < content.Length && char.IsAsciiLetter(content[end]))
            end++;
        if (end == at + 1)
            return end + 1;
        if (content[(at + 1)..end] is not ("text" or "emph" or "textbf" or "textit" or "mbox" or "operatorname" or "mathrm" or "textrm"
            or "mathbf"))
            return end;
        if (end >= content.Length || content[end] != '{')
            return end;
        return Braces.Close(content, end) + 1 ?? content.Length;
    }
}
