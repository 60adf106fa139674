using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds the formulas of a text: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c>, <c>\[…\]</c>.</summary>
internal static class MathRegions
{
    private const int LongestList = 2_000;

    private static readonly LinearRegex s_joins = new(@"^\s*(?:,|;|,?\s*and\b|,?\s*or\b)\s*$");

    /// <summary>The last formula, with those it is listed with, and where it ends; null where there is none.</summary>
    public static (string Text, int End)? Last(string text)
    {
        string? last = null;
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var (close, opener) = text[i] switch
            {
                '$' when TopLevel.At(text, i, "$$") => ("$$", 2),
                '$' => ("$", 1),
                '\\' when TopLevel.At(text, i, @"\(") => (@"\)", 2),
                '\\' when TopLevel.At(text, i, @"\[") => (@"\]", 2),
                _ => ("", 0),
            };
            if (opener == 0)
            {
                i += text[i] == '\\' ? 1 : 0;
                continue;
            }

            var stop = Find(text, i + opener, close);
            if (stop < 0)
                break;
            // "$5, $3": no formula ends where an amount of money begins.
            if (close == "$" && stop + 1 < text.Length && char.IsAsciiDigit(text[stop + 1]))
                continue;
            var inner = text[(i + opener)..stop].Trim();
            if (inner.Length > 0)
            {
                last = last is { Length: < LongestList } && i - end <= 12 && s_joins.IsMatch(text.AsSpan(end..i)) ? $"{last}, {inner}"
                    : inner;
                end = stop + close.Length;
            }

            i = stop + close.Length - 1;
        }

        return last is null ? null : (last, end);
    }

    private static int Find(string text, int start, string close)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (TopLevel.At(text, i, close))
                return i;
            if (text[i] == '\\')
                i++;
        }

        return -1;
    }
}
