using System.Buffers;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>
/// Formulas that people type without TeX and that prose would take for words: "∫ x^2 dx", "d/dx sin 3x", "lim x→0 ln(1 + x)/x",
/// "2 sin x cos x". Such a run is read as mathematics; a run with a word in it, or one that may begin or end with an article, is left.
/// </summary>
internal static class PlainFormulas
{
    // Longer than any line that a person types.
    private const int Longest = 240;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("=^<>≤≥≈≠/(∫∑∏∪∩→");

    private static readonly SearchValues<string> s_names =
        SearchValues.Create(["sin ", "cos ", "tan ", "cot ", "sec ", "csc ", "ln ", "log "], StringComparison.Ordinal);

    private static readonly SearchValues<char> s_formula = SearchValues.Create(
        "+-−*/^_=<>≤≥≠≈·×⋅±∪∩∫∑∏√∞→'′|!()[]{}²³¹⁰⁴⁵⁶⁷⁸⁹⁻ⁿ₀₁₂₃₄₅₆₇₈₉,.…° \u00a0");

    private static readonly SearchValues<char> s_joining = SearchValues.Create("_^/+·×⋅±");

    private static readonly SearchValues<char> s_words = SearchValues.Create("aAI");

    /// <summary>The runs between <paramref name="start"/> and <paramref name="end"/>, in order; none where nothing of the kind is
    /// written.</summary>
    public static IEnumerable<(int Start, int End)> Find(string text, int start, int end)
    {
        var region = text.AsSpan(start, end - start);
        if (region.IndexOfAny(s_signs) < 0 && region.IndexOfAny(s_names) < 0)
            yield break;
        for (var at = start; at < end;)
        {
            var next = EndOfRun(text, at, end);
            if (next == at)
            {
                at = AfterWord(text, at, end);
                continue;
            }

            if (Trimmed(text, at, next, start, end) is { } run)
                yield return run;
            at = next;
        }
    }

    private static int AfterWord(string text, int at, int end)
    {
        if (!char.IsLetterOrDigit(text[at]))
            return at + 1;
        var start = at;
        // "所以lim x→0": a script without blanks between its words goes on in Latin letters.
        while (at < end && char.IsLetterOrDigit(text[at])
            && !(char.IsAsciiLetter(text[at]) && at > start && EdgeMarks.IsIdeographic(text[at - 1])))
            at++;
        return at;
    }

    // As far as only signs, numbers, names of one letter and names of functions stand.
    private static int EndOfRun(string text, int start, int end)
    {
        var depth = 0;
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if (char.IsLetter(c) && c != 'ⁿ')
            {
                var length = LengthOfName(text, at, end);
                if (length == 0)
                    break;
                at += length;
            }
            else if (char.IsAsciiDigit(c))
            {
                at++;
            }
            else if (!s_formula.Contains(c)
                || (c is ',' && depth == 0)
                || (c is '.' && !IsPoint(text, at, start, end)))
            {
                break;
            }
            else
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
                if (depth < 0)
                    return at == start ? start : at;
                at++;
            }
        }

        return at;
    }

    // "0.5", and ".5" behind a blank or a sign.
    private static bool IsPoint(string text, int at, int start, int end) => at + 1 < end && char.IsAsciiDigit(text[at + 1])
        && at > start && text[at - 1] is (>= '0' and <= '9') or ' ' or '\u00a0' or '(' or '=' or '+' or '-' or '−' or '*' or '/';

    // 0 where a word begins.
    private static int LengthOfName(string text, int at, int end)
    {
        var length = 1;
        while (at + length < end && char.IsLetter(text[at + length]) && text[at + length] != 'ⁿ')
            length++;
        if (length == 1)
            return 1;
        var name = text.AsSpan(at, length);
        if (FormulaRun.IsOperator(name))
            return length;
        if (length == 2 && name[0] == 'd' && char.IsAsciiLetterLower(name[1]))
            return length;
        if (name is "sum" or "prod" or "int" && at + length < end && text[at + length] == '_')
            return length;
        // "9xy", "sinx": a product behind a number is one, words are not.
        return length <= 3 && at > 0 && char.IsAsciiDigit(text[at - 1]) && !name.ContainsAnyExceptInRange('a', 'z') ? length : 0;
    }

    private static (int Start, int End)? Trimmed(string text, int start, int end, int from, int to)
    {
        // A label before the formula, a bullet, an open bracket of the sentence.
        while (start < end && !IsOperandStart(text, start, end))
        {
            // An operator in front belongs to what was not read.
            if (s_joining.Contains(text[start++]))
                return null;
        }

        while (end > start && !EndsOperand(text[end - 1]))
            end--;
        if (start >= end || end - start > Longest || IsLabelled(text, start, end) || IsCutOff(text, start, end, from, to)
            || !IsBalanced(text, start, end) || !FormulaRun.NeedsReading(text.AsSpan(start, end - start)))
            return null;
        return (start, end);
    }

    private static bool EndsOperand(char c) =>
        char.IsLetterOrDigit(c) || FormulaRun.IsScript(c) || c is ')' or ']' or '}' or '\'' or '!' or '|' or '∞' or '°';

    private static bool IsOperandStart(string text, int at, int end) =>
        char.IsLetterOrDigit(text[at]) || text[at] is '(' or '[' or '∫' or '∑' or '∏' or '√' or '|'
        || (text[at] is '-' or '−' && at + 1 < end && text[at + 1] is not (' ' or '\u00a0'));

    // "(a) sin x = 1"
    private static bool IsLabelled(string text, int start, int end) =>
        text[start] == '(' && end - start > 4 && text[start + 2] == ')' && text[start + 3] is ' ' or '\u00a0';

    // "a sin x", "sin x a second": whether a letter at the edge is a name or a word is not told. "sin x = 0,5" and "30°" go on.
    private static bool IsCutOff(string text, int start, int end, int from, int to) =>
        (s_words.Contains(text[start]) && start + 1 < end && text[start + 1] == ' ' && start > from)
        || (s_words.Contains(text[end - 1]) && end - 2 >= start && text[end - 2] == ' '
            && end + 1 < to && text[end] == ' ' && char.IsLetter(text[end + 1]))
        || (start > from && text[start - 1] is '\\' or '$' or '`' or '€' or '£')
        || (end < to && (text[end] is '\\' or '$' or '`' or '%' or '€' or '£' || char.IsLetter(text[end])
            || (text[end] is ',' && end + 1 < to && char.IsAsciiDigit(text[end + 1])) || IsTimesAmount(text, end - 1, to)));

    // "8 x $5": the letter multiplies an amount of money.
    private static bool IsTimesAmount(string text, int letter, int to)
    {
        if (text[letter] is not ('x' or 'X'))
            return false;
        var at = letter + 1;
        while (at < to && text[at] is ' ' or '\u00a0')
            at++;
        return at + 1 < to && text[at] is '$' or '€' or '£' or '¥' && char.IsAsciiDigit(text[at + 1]);
    }

    private static bool IsBalanced(string text, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += text[i] is '(' or '[' or '{' ? 1 : text[i] is ')' or ']' or '}' ? -1 : 0;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }
}
