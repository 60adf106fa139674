namespace ReasoningLsp.Traces.Labels;

/// <summary>The line <c>#### 350</c>, by which GSM8K and who learnt from it state the result; Markdown would call it a heading.</summary>
internal static class ResultLine
{
    private const int Longest = 60;

    /// <summary>Whether <paramref name="line"/> is four signs and a value.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        if (!text.StartsWith("#### ") || text.Length > Longest)
            return false;
        var value = text[5..].TrimStart();
        if (LabelScanner.At(value, isHeading: true) is not null)
            return false;
        return Segments.ProseWords.Count(value) is { Total: <= 1 }
            && (char.IsDigit(value[0]) || value[0] is '-' or '$' or '\\' or '.'
                || !value.Contains(' ') && value.ContainsAnyInRange('0', '9'));
    }
}
