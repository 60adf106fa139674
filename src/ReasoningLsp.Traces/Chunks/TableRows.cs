namespace ReasoningLsp.Traces.Chunks;

/// <summary>Tables as Markdown writes them: a head, a line of dashes, rows with bars between the cells.</summary>
internal static class TableRows
{
    /// <summary>The index of the line of dashes under a head, or -1 where the lines hold no table.</summary>
    public static int DelimiterAt(string text, List<TextSpan> lines)
    {
        for (var index = 1; index < lines.Count; index++)
        {
            var line = text.AsSpan(lines[index].Start, lines[index].Length);
            if (line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|-: \t")
                && text.AsSpan(lines[index - 1].Start, lines[index - 1].Length).Contains('|'))
                return index;
        }

        return -1;
    }

    /// <summary>The cells of a row that are not empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="row">The line.</param>
    /// <param name="isInMath">Whether a place lies in mathematics, where a bar stands for an absolute value.</param>
    public static IEnumerable<TextSpan> Cells(string text, TextSpan row, Func<int, bool> isInMath)
    {
        var start = row.Start;
        for (var at = row.Start; at <= row.End; at++)
        {
            if (at < row.End && (text[at] != '|' || (at > row.Start && text[at - 1] == '\\') || isInMath(at)))
                continue;
            var from = Lines.SkipBlanks(text, start, at);
            var to = at;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (to > from)
                yield return TextSpan.FromBounds(from, to);
            start = at + 1;
        }
    }
}
