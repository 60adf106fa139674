using System.Globalization;
using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

public readonly partial struct Rational
{
    /// <summary>The longest decimal that is read; longer text is nobody's number and would be slow to read.</summary>
    public const int MaxDecimalLength = 20_000;

    /// <summary>
    /// Reads ASCII digits with at most one decimal point and an optional sign: <c>1250.50</c>, <c>.5</c>, <c>5.</c>,
    /// <c>-3</c>. No separators, exponents or spaces.
    /// </summary>
    public static bool TryParseDecimal(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        if (text.Length > MaxDecimalLength)
            return false;
        var negative = text.StartsWith("-", StringComparison.Ordinal);
        if (negative || text.StartsWith("+", StringComparison.Ordinal))
            text = text[1..];
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? default : text[(point + 1)..];
        if (whole.Length + part.Length == 0 || !AreDigits(whole) || !AreDigits(part))
            return false;

        value = Digits(whole);
        if (part.Length > 0)
            value += new Rational(Digits(part), BigInteger.Pow(10, part.Length));
        if (negative)
            value = -value;
        return true;
    }

    /// <summary>
    /// The nearest double (below the normal range, possibly its neighbour); infinite only beyond the range of doubles,
    /// never NaN.
    /// </summary>
    public double ToDouble()
    {
        const long Exact = 1L << 53;
        if (_big is null && Math.Abs(_numerator) <= Exact && SmallDenominator <= Exact)
            return (double)_numerator / SmallDenominator;

        // A quotient of 60 bits or more, its last bit marking whether anything was cut off, rounds as the value does.
        var numerator = BigInteger.Abs(Numerator);
        var shift = 62 - (numerator.GetBitLength() - Denominator.GetBitLength());
        if (shift > 4000)
            return Sign < 0 ? -0.0 : 0.0;
        if (shift < -4000)
            return Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var quotient = (ulong)(shift >= 0
            ? BigInteger.DivRem(numerator << (int)shift, Denominator, out var remainder)
            : BigInteger.DivRem(numerator, Denominator << (int)-shift, out remainder));
        if (!remainder.IsZero)
            quotient |= 1;
        var result = Math.ScaleB(quotient, (int)-shift);
        return Sign < 0 ? -result : result;
    }

    /// <summary><c>15/11</c>, or <c>3</c> for a whole number.</summary>
    public override string ToString()
    {
        var numerator = Numerator.ToString(CultureInfo.InvariantCulture);
        return IsInteger ? numerator : numerator + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Rounded (half away from zero) to exactly <paramref name="digits"/> decimal places: <c>1.36</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or above <see cref="MaxDigits"/>.</exception>
    public string ToDecimalString(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        var scaled = BigInteger.Abs(Round(digits).Numerator) * (BigInteger.Pow(10, digits) / Round(digits).Denominator);
        var text = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var sign = Sign < 0 && !scaled.IsZero ? "-" : "";
        return digits == 0 ? sign + text : $"{sign}{text.AsSpan(0, text.Length - digits)}.{text.AsSpan(text.Length - digits)}";
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static BigInteger Digits(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return BigInteger.Zero;
        return text.Length <= 18
            ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
