using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads a number with a multiple behind it: <c>15 Mio.</c>, <c>3万</c>, <c>1.5k</c>.</summary>
internal static class MultipleReader
{
    private static readonly LinearRegex s_multiple = new(@"^(?<number>-?\d{1,30}(?:[.,]\d{1,30})?)\s*(?<word>\p{L}[\p{L}\p{M}]*)\.?$");

    // What letters stand for behind an amount of money.
    private static readonly FrozenDictionary<string, int> s_letters =
        new Dictionary<string, int> { ["k"] = 3, ["K"] = 3, ["M"] = 6, ["B"] = 9, ["T"] = 12 }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The multiple that stands behind an amount of money, "million" or "k", one where none does, and what follows it.</summary>
    public static (Rational Multiple, string Tail) OfMoney(string tail)
    {
        tail = tail.TrimStart();
        var length = tail.TakeWhile(char.IsLetter).Count();
        return s_letters.TryGetValue(tail[..length], out var power) ? (Rational.PowerOfTen(power), tail[length..].TrimStart())
            : Multiples.Leading(tail);
    }

    /// <summary>The value, and whether the word can be nothing but a multiple; null where the text is no such number. A comma before
    /// three digits may group or part them: then the answer is words, of which nothing is known.</summary>
    public static (Answer Answer, bool IsCertain)? Read(string text)
    {
        if (s_multiple.Match(text) is not { Success: true } match)
            return null;
        var (number, word) = (match.Groups["number"].Value, match.Groups["word"].Value);
        var isLetter = word is "k" or "K";
        var (multiple, rest) = isLetter ? (Rational.PowerOfTen(3), "") : Multiples.Leading(word);
        if (multiple == Rational.One || rest.Length > 0)
            return null;
        // "1 mN" is a force, and no million.
        if (word.Length > 1 && char.IsAsciiLetterUpper(word[^1]) && UnitTable.TryFind(word, out _))
            return null;
        if (number.Contains(',', StringComparison.Ordinal) && number.Length - number.IndexOf(',', StringComparison.Ordinal) == 4)
            return isLetter ? null : (new Answer.Words(text, true), true);
        return Rational.TryParseDecimal(number.Replace(',', '.'), out var value)
            ? (new Answer.Value([new NumberLiteral(value * multiple)]), !isLetter) : null;
    }
}
