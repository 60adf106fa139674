namespace ReasoningLsp.Traces.Segments;

/// <summary>Decides whether a single dollar opens mathematics or stands for money.</summary>
/// <remarks>
/// Both readings occur in one text ("costs $5, so $x = 5$"), so each pair is judged by itself:
/// by what stands directly beside the two signs, and by whether the words between them are a sentence.
/// </remarks>
internal static class DollarRule
{
    private const int LongestInline = 4000, MostNested = 16;

    /// <summary>The offset of the dollar that closes the one at <paramref name="at"/>, or -1 where that one is money.</summary>
    public static int FindCloser(string text, int at, int start, int end)
    {
        var first = at + 1 < end ? text[at + 1] : '\0';
        if (at > start && char.IsDigit(text[at - 1]) && !char.IsLetterOrDigit(first) && first is not ('\\' or '(' or '-'))
            return -1; // "it costs 100$, and"
        if (IsOfCountry(text, at, start, end))
            return -1;
        var closer = Nearest(text, at + 1, end);
        if (closer < 0)
            return -1;
        var content = text.AsSpan(at + 1, closer - at - 1);
        return IsMath(content, text.AsSpan(closer + 1, end - closer - 1)) ? closer : -1;
    }

    private static bool IsMath(ReadOnlySpan<char> content, ReadOnlySpan<char> after)
    {
        if (content.IsWhiteSpace())
            return false;
        var spaceBefore = char.IsWhiteSpace(content[0]);
        var spaceAfter = char.IsWhiteSpace(content[^1]);
        var beforeNumber = StartsWithNumber(after);
        if (spaceAfter && !spaceBefore && (beforeNumber || after.StartsWith("$") || after.StartsWith("\\")))
            return false; // "$(12 - 3) = $9", "$x and $$y$$"
        if (content[0] is ',' or ';' or '.' && content.Length > 1 && char.IsWhiteSpace(content[1]))
            return false; // "3 < x$, and let $x$"
        var words = ProseWords.Count(content);
        if (words.Adjacent >= (spaceBefore || spaceAfter ? 2 : 4))
            return false;
        var amount = content.TrimStart();
        if (!StartsWithNumber(amount[0] == '-' ? amount[1..] : amount))
            return true;
        if (beforeNumber || (spaceAfter && !spaceBefore && !content.Contains('\\')) || content.TrimEnd()[^1] == '=')
            return false; // "$5000+$10000", "$5 and $x$", "$6000/4=$<<6000/4=1500>>1500"
        if (content.ContainsAny('\\', '^', '_'))
            return words.Adjacent < 2;
        return words is { Adjacent: < 2, Total: < 3 } && IsBalanced(content);
    }

    // "R$ 3,50", "US$5": one or two capitals before the sign, an amount behind it.
    private static bool IsOfCountry(string text, int at, int start, int end)
    {
        var from = at;
        while (from > start && char.IsAsciiLetterUpper(text[from - 1]))
            from--;
        if (at - from is not (1 or 2) || (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '$' or '\\' or '_')))
            return false;
        var amount = text.AsSpan(at + 1, end - at - 1);
        return StartsWithNumber(amount.StartsWith(" ") ? amount[1..] : amount);
    }

    private static bool StartsWithNumber(ReadOnlySpan<char> text) =>
        text.Length > 0 && (char.IsDigit(text[0]) || (text.Length > 1 && text[0] == '.' && char.IsDigit(text[1])));

    // "($5)*($x)" would pair "5)*(".
    private static bool IsBalanced(ReadOnlySpan<char> content)
    {
        var depth = 0;
        foreach (var unit in content)
        {
            depth += unit switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }

    // The next dollar outside braces, so that "\text{if $x$ is even}" stays in one piece;
    // failing that the very next one.
    private static int Nearest(string text, int from, int end)
    {
        var limit = Math.Min(end, from + LongestInline);
        int depth = 0, first = -1, nested = 0;
        for (var at = from; at < limit; at++)
        {
            switch (text[at])
            {
                case '\\' when at + 1 < limit && text[at + 1] is '(' or '[':
                    return first;
                case '\\':
                    at++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case '\n' when IsBlankLineAfter(text, at, limit):
                    return first;
                case '$' when depth <= 0:
                    return at;
                case '$':
                    first = first < 0 ? at : first;
                    if (++nested >= MostNested)
                        return first;
                    break;
            }
        }

        return first;
    }

    private static bool IsBlankLineAfter(string text, int newline, int limit)
    {
        for (var at = newline + 1; at < limit; at++)
        {
            if (text[at] is '\n')
                return true;
            if (text[at] is not (' ' or '\t' or '\r'))
                return false;
        }

        return false;
    }
}
