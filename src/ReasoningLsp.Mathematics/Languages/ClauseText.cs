namespace ReasoningLsp.Mathematics.Languages;

/// <summary>A text and the places in it at which a clause begins or ends, or a word does.</summary>
internal sealed class ClauseText(string text)
{
    // Signs of markup and mathematics that stand between a number and a word and say nothing.
    private const string Gaps = " \t\u00a0$*_\\`";

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The first offset from <paramref name="at"/> on that holds neither a gap nor the end of a line.</summary>
    public int Skip(int at)
    {
        while (at < text.Length && (IsGap(at) || text[at] is '\n' or '\r'))
            at++;
        return at;
    }

    /// <summary>The first offset from <paramref name="at"/> on that holds no gap.</summary>
    public int SkipGaps(int at)
    {
        while (at < text.Length && IsGap(at))
            at++;
        return at;
    }

    /// <summary>The offset behind the last unit before <paramref name="at"/> that is no gap.</summary>
    public int SkipBack(int at)
    {
        while (at > 0 && IsGap(at - 1))
            at--;
        return at;
    }

    /// <summary>The offset behind the sign or the word for degrees at <paramref name="at"/>, where one stands there.</summary>
    public int SkipDegrees(int at)
    {
        foreach (var sign in (ReadOnlySpan<string>)["°", "^\\circ", "^{\\circ}"])
        {
            if (text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal))
                return at + sign.Length;
        }

        var start = SkipGaps(at);
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return end > start && ClauseWords.Degrees.Contains(text[start..end]) ? end : at;
    }

    // A round bracket belongs to what it holds ("lcm(4, 9) is even"), but for TeX's \( and \).
    private bool IsGap(int at) => Gaps.Contains(text[at], StringComparison.Ordinal)
        || text[at] is '(' or ')' && at > 0 && text[at - 1] == '\\';

    /// <summary>Whether an offset lies between two letters of one word; scripts without blanks have no words to be in.</summary>
    public bool IsInWord(int at) =>
        at > 0 && at < text.Length && IsSpaced(text[at - 1]) && IsSpaced(text[at]);

    private static bool IsSpaced(char unit) => char.IsLetter(unit) && unit < '\u2e80';

    /// <summary>Whether a clause begins with what stands at <paramref name="start"/>.</summary>
    public bool IsClauseStart(int start)
    {
        var at = start;
        for (var wordStart = WordStart(at = SkipOpening(at)); wordStart < at && ClauseWords.Names.Contains(text[wordStart..at]);
            wordStart = WordStart(at))
            at = SkipOpening(wordStart);
        if (IsMarkBefore(at))
            return true;
        if (text[at - 1] is '-' or '–' or '•')
            return at == 1 || text[at - 2] == '\n';
        var word = text.AsSpan(WordStart(at)..at);
        if (word.IsEmpty)
            return false;
        return ClauseWords.Openers.Contains(word.ToString()) || EndsWithOpener(word)
            || ClauseWords.Joins.Contains(word.ToString()) && SkipBack(WordStart(at)) is var comma and > 0 && text[comma - 1] is ',' or ';'
                && IsMarkBefore(comma);
    }

    // The text begins, or a sentence or clause does; a comma between two numbers lists them.
    private bool IsMarkBefore(int at)
    {
        if (at == 0 || text[at - 1] is '.' or ':' or ';' or '!' or '?' or '=' or '\n' or '。' or '：' or '；')
            return true;
        return text[at - 1] is ',' or '，' or '、' && SkipBack(at - 1) is var before and > 0 && !char.IsAsciiDigit(text[before - 1])
            && (at == text.Length || text[at] != '(');
    }

    private int SkipOpening(int at)
    {
        while (at > 0 && (IsGap(at - 1) || text[at - 1] is '#' or '>' or '('))
            at--;
        return at;
    }

    /// <summary>Where the word begins that ends at <paramref name="at"/>.</summary>
    public int WordStart(int at)
    {
        while (at > 0 && char.IsLetter(text[at - 1]))
            at--;
        return at;
    }

    private static bool EndsWithOpener(ReadOnlySpan<char> word)
    {
        if (word[^1] < '\u2e80')
            return false;
        foreach (var opener in ClauseWords.Openers)
        {
            if (word.EndsWith(opener, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a clause ends with what ends at <paramref name="end"/>.</summary>
    public bool IsClauseEnd(int end)
    {
        var at = end;
        while (at < text.Length && (IsGap(at) || text[at] == ')'))
            at++;
        if (at == text.Length || text[at] is '!' or '?' or ';' or '\n' or '\r' or '，' or '。' or '；' or '！')
            return true;
        if (text[at] is '.' or ',' or ':')
            return at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
        // A remark in brackets: "209 is a prime number itself (it has no divisors)", "(since …)".
        var isRemark = text[at] == '(';
        at = isRemark ? at + 1 : at;
        var wordEnd = at;
        while (wordEnd < text.Length && char.IsLetter(text[wordEnd]))
            wordEnd++;
        return wordEnd > at && (ClauseWords.Closers.Contains(text[at..wordEnd])
            || (isRemark && ClauseWords.Openers.Contains(text[at..wordEnd])));
    }

    /// <summary>Whether a list whose last number ends at <paramref name="end"/> may have more members: "1, 2, 3, …", "1, 2 and so on".
    /// </summary>
    public bool GoesOn(int end)
    {
        var at = SkipGaps(end);
        var hasComma = at < text.Length && text[at] is ',' or '，' or '、' or ';';
        at = hasComma ? SkipGaps(at + 1) : at;
        if (at == text.Length || text[at] is '\n' or '\r')
            return false;
        if (text[at] is '…' or '⋯' || text.AsSpan(at).StartsWith("..", StringComparison.Ordinal))
            return true;
        var wordEnd = at;
        while (wordEnd < text.Length && char.IsLetter(text[wordEnd]))
            wordEnd++;
        var word = text[at..wordEnd];
        return word is "ldots" or "dots" or "cdots" or "dotsc" || ClauseWords.Joins.Contains(word)
            || (hasComma && !ClauseWords.Closers.Contains(word));
    }
}
