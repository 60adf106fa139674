using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

public readonly partial struct Rational
{
    /// <summary>A whole number.</summary>
    public static implicit operator Rational(int value) => new((long)value, 1L);

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(long value) => value == long.MinValue ? FromReduced(value, 1) : new(value, 1L);

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(BigInteger value) => FromReduced(value, BigInteger.One);

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational left, Rational right)
    {
        if (left._big is null && right._big is null)
        {
            // Each product is below 2^126, so neither can overflow an Int128, nor can their sum.
            return Reduce(
                ((Int128)left._numerator * right.SmallDenominator) + ((Int128)right._numerator * left.SmallDenominator),
                (Int128)left.SmallDenominator * right.SmallDenominator);
        }

        return new Rational(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator);
    }

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        left._big is null && right._big is null
            ? Reduce((Int128)left._numerator * right._numerator, (Int128)left.SmallDenominator * right.SmallDenominator)
            : new Rational(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right)
    {
        if (right.IsZero)
            throw new DivideByZeroException();
        return left._big is null && right._big is null
            ? Reduce((Int128)left._numerator * right.SmallDenominator, (Int128)left.SmallDenominator * right._numerator)
            : new Rational(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
    }

    /// <summary>The value with the opposite sign.</summary>
    public static Rational operator -(Rational value) => value._big is null
        ? new Rational(-value._numerator, value.SmallDenominator)
        : new Rational(new Fraction(-value._big.Numerator, value._big.Denominator));

    /// <summary>Whether the values are the same number.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether the values are different numbers.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether <paramref name="left"/> is smaller.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is greater.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is not greater.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not smaller.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The absolute value.</summary>
    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    /// <summary>The smaller of two values.</summary>
    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    /// <summary>The greater of two values.</summary>
    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <summary>
    /// This value to a whole power (anything to the power 0 is 1), or null where it is undefined (zero to a negative
    /// power) or would need more than <paramref name="maxBits"/> bits. Refusing costs nothing.
    /// </summary>
    public Rational? TryPow(int exponent, int maxBits)
    {
        if (exponent == 0)
            return One;
        if (IsZero)
            return exponent > 0 ? Zero : null;
        if (IsInteger && Numerator is { IsOne: true })
            return One;
        if (IsInteger && Numerator == BigInteger.MinusOne)
            return int.IsEvenInteger(exponent) ? One : this;

        // A b-bit number to the power n has more than (b - 1)·n bits.
        var power = Math.Abs((long)exponent);
        var bits = Math.Max(BigInteger.Abs(Numerator).GetBitLength(), Denominator.GetBitLength());
        if ((bits - 1) * power > maxBits || power > int.MaxValue)
            return null;
        var (n, d) = (BigInteger.Pow(Numerator, (int)power), BigInteger.Pow(Denominator, (int)power));
        var result = exponent > 0 ? FromReduced(n, d) : n.Sign < 0 ? FromReduced(-d, -n) : FromReduced(d, n);
        return result.BitLength > maxBits ? null : result;
    }

    /// <summary>
    /// The real <paramref name="n"/>-th root (n from 1) if it is rational: 4/9 has the square root 2/3. Negative values
    /// have roots for odd n only.
    /// </summary>
    public bool TryRoot(int n, out Rational exact)
    {
        exact = default;
        if (n < 1 || (Sign < 0 && int.IsEvenInteger(n)))
            return false;
        if (!IntegerRoot.TryExact(BigInteger.Abs(Numerator), n, out var numerator)
            || !IntegerRoot.TryExact(Denominator, n, out var denominator))
        {
            return false;
        }

        exact = FromReduced(Sign < 0 ? -numerator : numerator, denominator);
        return true;
    }
}
