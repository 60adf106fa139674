using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>A fraction or a power of whole numbers in the place of a number: <c>\frac{20}{19}</c>, <c>2^{10}</c>.</summary>
internal static partial class WrittenNumber
{
    private const int Longest = 60, HighestPower = 64;

    /// <summary>That which ends at the offset, as a number; null where none does.</summary>
    public static Token? Before(string text, int end)
    {
        if (end == 0 || !(text[end - 1] == '}' || char.IsAsciiDigit(text[end - 1])))
            return null;
        var start = Math.Max(0, end - Longest);
        return (text[end - 1] == '}' ? Read(Last().Match(text, start, end - start)) : null)
            ?? Power(LastPower().Match(text, start, end - start));
    }

    /// <summary>That which begins at the offset, or behind its backslash; null where none does.</summary>
    public static Token? At(string text, int start)
    {
        if (start < 0 || start >= text.Length)
            return null;
        var length = Math.Min(Longest, text.Length - start);
        return text[start] == '\\' ? Read(First().Match(text, start, length))
            : char.IsAsciiDigit(text[start]) ? Power(FirstPower().Match(text, start, length)) : null;
    }

    private static Token? Read(Match match)
    {
        if (!match.Success)
            return null;
        BigInteger Part(int group) => BigInteger.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return Part(2).IsZero ? null
            : new Token(TokenKind.Number, match.Value, match.Index, match.Length) { Value = new Rational(Part(1), Part(2)) };
    }

    private static Token? Power(Match match)
    {
        var exponent = match.Groups[match.Groups[2].Success ? 2 : 3];
        if (!match.Success || !int.TryParse(exponent.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var power)
            || power > HighestPower)
            return null;
        var value = BigInteger.Pow(BigInteger.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), power);
        return new Token(TokenKind.Number, match.Value, match.Index, match.Length) { Value = new Rational(value, BigInteger.One) };
    }

    // TeX sets one digit behind the sign high, and more only in braces.
    [GeneratedRegex(@"(?<![0-9.,^])([0-9]{1,12})\^(?:([0-9])|\{([0-9]{1,3})\})$", RegexOptions.CultureInvariant)]
    private static partial Regex LastPower();

    [GeneratedRegex(@"^([0-9]{1,12})\^(?:([0-9])|\{([0-9]{1,3})\})(?![0-9^])", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPower();

    [GeneratedRegex(@"\\[dt]?frac\s?\{([0-9]{1,12})\}\{([0-9]{1,12})\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Last();

    [GeneratedRegex(@"^\\[dt]?frac\s?\{([0-9]{1,12})\}\{([0-9]{1,12})\}", RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
