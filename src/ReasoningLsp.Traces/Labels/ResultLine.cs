namespace ReasoningLsp.Traces.Labels;

/// <summary>The line <c>#### 350</c>, by which GSM8K and who learnt from it state the result; Markdown would call it a heading.</summary>
internal static class ResultLine
{
    private const int Longest = 60;
    private const string Mark = "#### ";

    /// <summary>Whether <paramref name="line"/> is four signs and a value.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        if (!text.StartsWith(Mark) || text.Length > Longest)
            return false;
        var value = text[Mark.Length..].TrimStart();
        if (LabelScanner.At(value, isHeading: true) is not null)
            return false;
        return Segments.ProseWords.Count(value) is { Total: <= 1 }
            && (StartsValue(value) || !value.Contains(' ') && value.ContainsAnyInRange('0', '9'));
    }

    /// <summary>Whether <paramref name="text"/> opens with four signs and a value, whatever follows: no heading of a step.</summary>
    public static bool Opens(ReadOnlySpan<char> text) => text.StartsWith(Mark) && StartsValue(text[Mark.Length..].TrimStart());

    private static bool StartsValue(ReadOnlySpan<char> value) =>
        !value.IsEmpty && (char.IsDigit(value[0]) || value[0] is '-' or '$' or '\\' or '.');
}
