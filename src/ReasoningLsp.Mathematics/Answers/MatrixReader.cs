using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Cuts a LaTeX matrix into its cells.</summary>
internal static class MatrixReader
{
    /// <summary>The cells row by row and the number of columns, 0 for cases; null where the text is no matrix or its rows differ in
    /// length.</summary>
    public static (ImmutableArray<string> Cells, int Columns)? Split(string text)
    {
        if (!TopLevel.At(text, 0, @"\begin{") || text.IndexOf('}', StringComparison.Ordinal) is not (> 0 and var close))
            return null;
        var name = text[7..close];
        var end = $@"\end{{{name}}}";
        // Bars make a determinant of it.
        if (!((name.EndsWith("matrix", StringComparison.Ordinal) && name is not ("vmatrix" or "Vmatrix"))
            || name is "array" or "cases" or "aligned")
            || !text.EndsWith(end, StringComparison.Ordinal) || CloseOf(text) != text.Length - end.Length
                || text.Length - end.Length < close + 1)
            return null;
        var inner = text[(close + 1)..^end.Length].Trim();
        if (name == "array" && inner.StartsWith('{') && inner.IndexOf('}', StringComparison.Ordinal) is > 0 and var columns)
            inner = inner[(columns + 1)..];
        var rows = TopLevel.Split(inner, (all, at) => all[at] == AnswerNotation.Row ? 1 : 0)
            .Where(row => !string.IsNullOrWhiteSpace(row))
            .Select(row => TopLevel.Split(row, (all, at) => all[at] == '&' ? 1 : 0))
            .ToList();
        if (rows.Count == 0)
            return null;
        if (name is "cases" or "aligned")
            return ([.. rows.Select(row => string.Concat(row))], 0);
        return rows.TrueForAll(row => row.Length == rows[0].Length) ? ([.. rows.SelectMany(row => row)], rows[0].Length) : null;
    }

    // Where the environment ends that the text begins with: "A + B" ends with another.
    private static int CloseOf(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (TopLevel.At(text, i, @"\begin{"))
                depth++;
            else if (TopLevel.At(text, i, @"\end{") && --depth == 0)
                return i;
        }

        return -1;
    }
}
