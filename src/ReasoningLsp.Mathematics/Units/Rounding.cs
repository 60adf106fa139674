using System.Numerics;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>Whether one number is another one rounded to the digits it shows.</summary>
internal static class Rounding
{
    // More decimals than this are not a rounding that a person wrote down.
    private const int MaxDecimals = 30;

    public static bool IsOf(Rational truth, Rational shown, Rational tolerance, int significant = 1)
    {
        if (Rational.Abs(shown - truth) > tolerance * Rational.Abs(truth) || DigitsShown(shown) is not { } digits)
            return false;
        var shownSignificant = SignificantDigits(shown, digits);
        if (truth.Round(digits) == shown && shownSignificant >= significant)
            return true;

        // 3.28 of 3.2808… and 2.204 of 2.2046… are cut off, and nobody minds.
        return truth.Truncate(digits) == shown && shownSignificant >= Math.Max(3, significant);
    }

    /// <summary>Decimal places of a decimal; for whole numbers minus the zeros at the end; null for other fractions.</summary>
    private static int? DigitsShown(Rational value)
    {
        if (value.BitLength > 512)
            return null;
        var digits = 0;
        if (value.IsInteger)
        {
            for (var rest = value.Numerator; !rest.IsZero && BigInteger.Remainder(rest, 10).IsZero; rest /= 10)
                digits--;
            return digits;
        }

        for (var scaled = value; digits <= MaxDecimals; digits++, scaled *= 10)
        {
            if (scaled.IsInteger)
                return digits;
        }

        return null;
    }

    private static int SignificantDigits(Rational value, int digits)
    {
        var scaled = BigInteger.Abs(value.Numerator) * BigInteger.Pow(10, Math.Max(digits, 0)) / value.Denominator;
        var count = Math.Min(digits, 0);
        for (; !scaled.IsZero; scaled /= 10)
            count++;
        return count;
    }
}
