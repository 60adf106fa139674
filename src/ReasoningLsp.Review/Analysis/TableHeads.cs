namespace ReasoningLsp.Review.Analysis;

/// <summary>The head of a column of a Markdown table, which speaks of every cell below it: "| Wrong | Right |".</summary>
internal static class TableHeads
{
    private const int MostRows = 60;

    /// <summary>Lower-case text of the head above an offset with a colon behind it; empty where the offset is in no cell of a table with
    /// a head.</summary>
    public static string Above(string text, int offset)
    {
        var line = text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
        if (line == 0 || !text.AsSpan(line).TrimStart(" \t").StartsWith('|'))
            return string.Empty;
        var column = text.AsSpan(line, offset - line).Count('|');
        for (var rows = 0; line > 0 && rows < MostRows; rows++)
        {
            var above = text.LastIndexOf('\n', Math.Max(0, line - 2)) + 1;
            var row = text.AsSpan(above, line - 1 - above).Trim(" \t\r");
            if (!row.StartsWith('|'))
                return string.Empty;
            if (IsRule(row) && above > 0)
                return Cell(text.AsSpan(0, above - 1), column);
            line = above;
        }

        return string.Empty;
    }

    private static bool IsRule(ReadOnlySpan<char> row) => row.Contains('-') && row.TrimStart("|-: \t").IsEmpty;

    private static string Cell(ReadOnlySpan<char> before, int column)
    {
        var head = before[(before.LastIndexOf('\n') + 1)..];
        for (; column > 0 && head.IndexOf('|') is >= 0 and var bar; column--)
            head = head[(bar + 1)..];
        var end = head.IndexOf('|');
        return column > 0 || end < 0 ? string.Empty : head[..end].Trim(" \t*_").ToString().ToLowerInvariant() + ": ";
    }
}
