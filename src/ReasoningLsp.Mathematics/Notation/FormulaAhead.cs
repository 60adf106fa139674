using System.Buffers;
using ReasoningLsp.Mathematics.Languages;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>A formula or a number behind words that set it equal to the one before.</summary>
internal static class FormulaAhead
{
    private const int Longest = 200;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("=<>,≤≥≈≠≡→⇒&");

    private static readonly SearchValues<string> s_commands = SearchValues.Create(
        [
            @"\le", @"\ge", @"\ne", @"\approx", @"\equiv", @"\to", @"\Right", @"\implies", @"\iff",
            @"\in", @"\text", @"\quad", @"\pm", @"\sim",
        ],
        StringComparison.Ordinal);

    /// <summary>Whether what opens at <paramref name="open"/> says nothing by itself, and a clause ends with it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where a number begins, or the sign that opens mathematics stands.</param>
    /// <param name="hasName">Whether a letter stands in it that is of no command.</param>
    public static bool IsAlone(string text, int open, out bool hasName)
    {
        hasName = false;
        if (char.IsAsciiDigit(text[open]))
            return new ClauseText(text).IsClauseEnd(EndOfNumber(text, open));
        var isDollar = text[open] == '$';
        var start = open + (isDollar ? 1 : 2);
        var window = text.AsSpan(open, Math.Min(Longest, text.Length - open));
        if (start - open >= window.Length || (!isDollar && text[open + 1] is not ('(' or '[')))
            return false;
        var length = isDollar ? window[1..].IndexOf('$') : window[2..].IndexOf(text[open + 1] == '(' ? @"\)" : @"\]");
        if (length < 1)
            return false;
        var formula = text.AsSpan(start, length);
        if (formula.ContainsAny(s_signs) || formula.ContainsAny(s_commands))
            return false;
        var isCommand = false;
        foreach (var unit in formula)
        {
            isCommand = unit == '\\' || (isCommand && char.IsAsciiLetter(unit));
            hasName |= char.IsLetter(unit) && !isCommand;
        }

        return new ClauseText(text).IsClauseEnd(start + length + (isDollar ? 1 : 2));
    }

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at])
            || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            at++;
        return at;
    }
}
