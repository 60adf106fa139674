using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds what a text puts in boxes.</summary>
public static class BoxedText
{
    private const int LongestGap = 80;
    private const int LongestBox = 4_000;
    private static readonly LinearRegex s_box = new(@"\\(?:boxed|fbox)\s*\{");
    private static readonly LinearRegex s_joins = new(@"^(?:[\s$,;.~]|\\quad|\\qquad|\\[,;()\[\]]|\\text\{\s*\})*$|,|;|\b(?:and|or)\b");
    // "wait, no": the first box was a mistake.
    private static readonly LinearRegex s_retracts =
        new(WordPattern.AnyOf(LanguageFile.AllTexts("answers", "retracted")), RegexOptions.IgnoreCase);
    private static readonly LinearRegex s_name = new(@"(?<name>[A-Za-z](?:_(?:\{\w+\}|\w))?\s*=)\s*$");

    /// <summary>The last box, with those just before it that it is listed with; null where there is none.</summary>
    public static string? Last(string text)
    {
        var parts = new List<string>();
        var end = -1;
        foreach (var match in s_box.Matches(text))
        {
            if (match.Index < end)
                continue;
            if (end >= 0 && !Joins(text, end, match.Index))
                parts.Clear();
            var start = match.Index + match.Length;
            end = Close(text, start);
            var named = s_name.Match(text[Math.Max(0, match.Index - 20)..match.Index]);
            parts.Add((named.Success ? named.Value : "") + text[start..end].Trim().Trim('$'));
        }

        return parts.Count == 0 ? null : string.Join(", ", parts.Distinct(StringComparer.Ordinal));
    }

    /// <summary>The content of each box, and of all that are listed together as one.</summary>
    public static IReadOnlyList<string> All(string text)
    {
        var boxes = new List<string>();
        foreach (var match in s_box.Matches(text))
        {
            var start = match.Index + match.Length;
            var content = text[start..Close(text, start)].Trim().Trim('$');
            if (content.Length > 0)
                boxes.Add(content);
        }

        if (boxes.Count > 1 && Last(text) is { Length: > 0 } together && !boxes.Contains(together))
            boxes.Add(together);
        return boxes;
    }

    private static bool Joins(string text, int end, int next)
    {
        var gap = text.AsSpan(Math.Min(end + 1, next)..next);
        return gap.Length <= LongestGap && gap.IndexOf("\n\n") < 0 && s_joins.IsMatch(gap) && !s_retracts.IsMatch(gap);
    }

    // Offset of the brace that closes the box; where none does, the end of the formula or text.
    private static int Close(string text, int start)
    {
        var depth = 1;
        for (var i = start; i < Math.Min(text.Length, start + LongestBox); i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i;
        }

        var dollar = text.IndexOf('$', start);
        return dollar > start ? dollar : text.Length;
    }
}
