using System.Numerics;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>Writes a number as the one it replaces is written.</summary>
internal static class WrittenNumber
{
    private const int MostDecimals = 4;
    private const int UsualDecimals = 2;
    private const int LongestValue = 200;

    /// <summary>The decimals that show <paramref name="value"/> exactly, if that takes few; else as many as people round to.</summary>
    public static int DecimalsFor(Rational value, int shown)
    {
        var least = shown == UsualDecimals ? shown : 0;
        for (var decimals = least; decimals <= Math.Max(MostDecimals, shown); decimals++)
        {
            if ((value * new Rational(BigInteger.Pow(10, decimals), 1)).IsInteger)
                return decimals;
        }

        return Math.Max(UsualDecimals, shown);
    }

    /// <summary>The text with the decimal mark, the thousands and the digits of <paramref name="like"/>; null where it would not be a
    /// plain positive number.</summary>
    public static string? Of(Rational value, int decimals, string like, LexerOptions style)
    {
        if (value.Sign <= 0 || value.BitLength > LongestValue || like.Any(char.IsAsciiLetter))
            return null;
        var text = value.ToDecimalString(decimals);
        return like.StartsWith('.') && !style.DecimalComma
            ? text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text : NumberWriter.Like(text, like, style);
    }
}
