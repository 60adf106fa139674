using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

/// <summary>mantissa · 2^exponent: the end of an interval. Sums and products are exact, the rest is rounded as named.</summary>
internal readonly record struct Dyadic(BigInteger Mantissa, int Exponent) : IComparable<Dyadic>
{
    public static Dyadic One => new(BigInteger.One, 0);

    public int Sign => Mantissa.Sign;

    /// <summary>The m with 2^(m-1) ≤ |value| &lt; 2^m; for zero, the exponent, which means nothing.</summary>
    public int Magnitude => Exponent + (int)BigInteger.Abs(Mantissa).GetBitLength();

    public static Dyadic operator -(Dyadic value) => new(-value.Mantissa, value.Exponent);

    public static Dyadic operator +(Dyadic left, Dyadic right)
    {
        if (left.Sign == 0)
            return right;
        if (right.Sign == 0)
            return left;
        return left.Exponent >= right.Exponent
            ? new((left.Mantissa << (left.Exponent - right.Exponent)) + right.Mantissa, right.Exponent)
            : right + left;
    }

    public static Dyadic operator -(Dyadic left, Dyadic right) => left + -right;

    public static Dyadic operator *(Dyadic left, Dyadic right) =>
        new(left.Mantissa * right.Mantissa, left.Exponent + right.Exponent);

    public static bool operator <(Dyadic left, Dyadic right) => left.CompareTo(right) < 0;

    public static bool operator >(Dyadic left, Dyadic right) => left.CompareTo(right) > 0;

    public static bool operator <=(Dyadic left, Dyadic right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Dyadic left, Dyadic right) => left.CompareTo(right) >= 0;

    public static Dyadic Min(Dyadic left, Dyadic right) => left <= right ? left : right;

    public static Dyadic Max(Dyadic left, Dyadic right) => left >= right ? left : right;

    public static Dyadic Abs(Dyadic value) => value.Sign < 0 ? -value : value;

    public static Dyadic FromRationalDown(Rational value, int bits) => Quotient(value.Numerator, value.Denominator, bits);

    /// <summary>left/right rounded down to <paramref name="bits"/> bits or a little more.</summary>
    public static Dyadic DivideDown(Dyadic left, Dyadic right, int bits)
    {
        var quotient = Quotient(left.Mantissa, right.Mantissa, bits);
        return quotient with { Exponent = quotient.Exponent + left.Exponent - right.Exponent };
    }

    /// <summary>left/right rounded up to <paramref name="bits"/> bits or a little more.</summary>
    public static Dyadic DivideUp(Dyadic left, Dyadic right, int bits) => -DivideDown(-left, right, bits);

    /// <summary>The n-th root of a value that is not negative, rounded down; exact where the root has few bits.</summary>
    public Dyadic RootDown(int n, int bits) => Root(n, bits, out _);

    /// <summary>The n-th root of a value that is not negative, rounded up; exact where the root has few bits.</summary>
    public Dyadic RootUp(int n, int bits)
    {
        var root = Root(n, bits, out var exact);
        return exact ? root : root with { Mantissa = root.Mantissa + 1 };
    }

    /// <summary>floor(value · 2^bits).</summary>
    public BigInteger ToFixed(int bits)
    {
        var shift = Exponent + bits;
        return shift >= 0 ? Mantissa << shift : Mantissa >> -shift;
    }

    public Dyadic RoundDown(int bits)
    {
        var excess = (int)BigInteger.Abs(Mantissa).GetBitLength() - bits;
        return excess <= 0 ? this : new(Mantissa >> excess, Exponent + excess);
    }

    public Dyadic RoundUp(int bits) => -(-this).RoundDown(bits);

    public Rational ToRational() => Rational.FromBinary(Mantissa, Exponent);

    public int CompareTo(Dyadic other)
    {
        if (Sign != other.Sign || Sign == 0)
            return Sign.CompareTo(other.Sign);
        if (Magnitude != other.Magnitude)
            return Sign * Magnitude.CompareTo(other.Magnitude);
        return (this - other).Sign;
    }

    private static Dyadic Quotient(BigInteger left, BigInteger right, int bits)
    {
        if (right.Sign < 0)
            (left, right) = (-left, -right);
        var shift = bits + 1 - (int)(BigInteger.Abs(left).GetBitLength() - right.GetBitLength());
        var dividend = shift >= 0 ? left << shift : left;
        var quotient = BigInteger.DivRem(dividend, shift >= 0 ? right : right << -shift, out var remainder);
        return new(remainder.Sign < 0 ? quotient - 1 : quotient, -shift);
    }

    private Dyadic Root(int n, int bits, out bool exact)
    {
        // The radicand gets n·bits bits and an exponent that n divides.
        var shift = Math.Max(0, (n * bits) - (int)Mantissa.GetBitLength());
        shift += (((Exponent - shift) % n) + n) % n;
        var radicand = Mantissa << shift;
        var root = IntegerRoot.FloorRoot(radicand, n);
        exact = BigInteger.Pow(root, n) == radicand;
        return new(root, (Exponent - shift) / n);
    }
}
