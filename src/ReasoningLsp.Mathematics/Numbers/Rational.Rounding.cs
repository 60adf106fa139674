using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

public readonly partial struct Rational
{
    /// <summary>The most decimal places (or, negative, powers of ten) a value can be rounded to.</summary>
    public const int MaxDigits = 10_000;

    /// <summary>The greatest whole number that is not greater.</summary>
    public BigInteger Floor()
    {
        if (IsInteger)
            return Numerator;
        var quotient = BigInteger.DivRem(Numerator, Denominator, out _);
        return Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number that is not smaller.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>
    /// Rounded to <paramref name="digits"/> decimal places, a half away from zero, as taught in school. Negative digits
    /// round to tens, hundreds …
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxDigits"/> either way.</exception>
    public Rational Round(int digits) => Quantize(digits, static (quotient, half) => half >= 0);

    /// <summary>Like <see cref="Round"/>, a half to the even neighbour, as spreadsheets of scientists and IEEE do.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxDigits"/> either way.</exception>
    public Rational RoundHalfEven(int digits) =>
        Quantize(digits, static (quotient, half) => half > 0 || (half == 0 && !quotient.IsEven));

    /// <summary>Cut off after <paramref name="digits"/> decimal places, towards zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxDigits"/> either way.</exception>
    public Rational Truncate(int digits) => Quantize(digits, static (_, _) => false);

    private Rational Quantize(int digits, Func<BigInteger, int, bool> roundsUp)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxDigits);
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, -MaxDigits);
        if (IsInteger && digits >= 0)
            return this;
        var scale = BigInteger.Pow(10, Math.Abs(digits));
        var numerator = digits >= 0 ? BigInteger.Abs(Numerator) * scale : BigInteger.Abs(Numerator);
        var denominator = digits >= 0 ? Denominator : Denominator * scale;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        if (roundsUp(quotient, (remainder * 2).CompareTo(denominator)))
            quotient += 1;
        if (Sign < 0)
            quotient = -quotient;
        return digits >= 0 ? new Rational(quotient, scale) : quotient * scale;
    }
}
