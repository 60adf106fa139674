using System.Numerics;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What is left of a division, as it is written behind the quotient: "= 14 R 2", "= 38 (bottles) …… 1", "= 17 with a remainder of
/// 9".</summary>
/// <param name="Value">The remainder, or null where it is not written as one number.</param>
internal sealed partial record StatedRemainder(Rational? Value)
{
    /// <summary>Whether it stands right behind the quotient and not in words that may speak of another division.</summary>
    public bool IsBeside { get; init; }

    private const int Near = 60, MostDigits = 18;

    /// <summary>The remainder that follows <paramref name="statement"/>, or null where none is spoken of.</summary>
    public static StatedRemainder? After(Statement statement)
    {
        var after = InDigits(statement.After);
        if (s_dotted.Match(after) is { Success: true } dotted)
            return new StatedRemainder(Number(dotted.Groups["n"].Value)) { IsBeside = true };
        var near = after[..Math.Min(after.Length, Near)];
        var rest = statement.Lexicon.After(PhraseRole.Remainder, near);
        if (rest < 0 || near.AsSpan(0, rest).ContainsAny('.', ';', '=') || near.AsSpan(0, rest).ContainsAny('。', '．'))
            return null;
        if (s_counted.Match(near[..rest]) is { Success: true } counted)
            return new StatedRemainder(Number(counted.Groups["n"].Value));
        return s_worded.Match(after[rest..]) is { Success: true } worded
            ? new StatedRemainder(Number(worded.Groups["n"].Value)) { IsBeside = s_beside.IsMatch(near[..rest]) }
            : new StatedRemainder(Value: null);
    }

    // Digits of every script.
    private static string InDigits(string text) => text.All(each => each < '\u0660') ? text
        : string.Concat(text.Select(each => char.IsDigit(each)
            ? (char)('0' + System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(each)) : each));

    private static Rational? Number(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        return digits.Length <= MostDigits
            && BigInteger.TryParse(digits.Replace(".", string.Empty, StringComparison.Ordinal),
                System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? new Rational(value, BigInteger.Pow(10, decimals))
            : null;
    }

    // A unit in brackets or in words may stand between.
    private static readonly LinearRegex s_dotted = new(
        @"^[\s$]*(?:\\text\{[^{}]{0,16}\}|[（(][^（()）=]{0,12}[)）]|[^\x00-\x7f…⋯·，．。；、]{0,4})[\s$]*(?:(?:\\[cl]?dots[\s$]*"
        + @"|…\s?|⋯\s?|(?:·\s?){3,6}|\.{3,6}\s?)+|r\s?\.?\s?)(?:\\text\{)?(?<n>[0-9]{1,18}(?:\.[0-9]{1,9})?)");

    // "101 with a remainder of 1"
    private static readonly LinearRegex s_beside = new(
        @"^[\s$]*(?:,\s)?(?:(?:with|and|mit|avec|con|com|z|met) )?(?:(?:an?|the|einem|einen|un|uno|um|een) )?\p{L}{1,10}$");

    // "4 boxes and 1 left over", "4 boxes with 1 egg left over"
    private static readonly LinearRegex s_counted = new(@"(?:^|[^0-9.,])(?<n>[0-9]{1,18}) (?:\p{L}{1,12} ){0,2}\p{L}{1,12}$");

    private static readonly LinearRegex s_worded = new(@"^[^0-9.\-−=xr]{0,15}(?<n>[0-9]{1,18})[^0-9+\-−=*/^×÷]{0,3}(?:$|[^0-9+\-−=*/^×÷])");
}
