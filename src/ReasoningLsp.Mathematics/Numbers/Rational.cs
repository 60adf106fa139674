using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

/// <summary>
/// An exact rational number of any size, always in lowest terms with a positive denominator.
/// <c>default(Rational)</c> is zero.
/// </summary>
/// <remarks>
/// Operations never fail for size; a caller that handles untrusted input bounds the growth by <see cref="BitLength"/>.
/// </remarks>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Nearly every number in a solution fits two longs, and those must not allocate. Values that do not fit live in
    // _big, and only those, so that equality can compare representations.
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly Fraction? _big;

    /// <summary>Whether it is ten to a whole power.</summary>
    public bool IsPowerOfTen
    {
        get
        {
            if (Sign <= 0)
                return false;
            var size = this > One ? this : One / this;
            while (size > One)
                size /= 10;
            return size == One;
        }
    }

    /// <summary>Ten to a whole power.</summary>
    public static Rational PowerOfTen(int exponent) =>
        exponent >= 0 ? new(BigInteger.Pow(10, exponent), 1) : new(1, BigInteger.Pow(10, -exponent));

    /// <summary>The value <paramref name="numerator"/>/<paramref name="denominator"/> in lowest terms.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("A rational number needs a denominator other than zero.");
        if (!denominator.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            if (denominator.Sign < 0)
                divisor = -divisor;
            numerator /= divisor;
            denominator /= divisor;
        }

        this = FromReduced(numerator, denominator);
    }

    private Rational(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Rational(Fraction big) => _big = big;

    private sealed record Fraction(BigInteger Numerator, BigInteger Denominator);

    /// <summary>Zero.</summary>
    public static Rational Zero => default;

    /// <summary>One.</summary>
    public static Rational One => new(1L, 1L);

    /// <summary>The numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator => _big?.Numerator ?? _numerator;

    /// <summary>The denominator in lowest terms, at least 1.</summary>
    public BigInteger Denominator => _big?.Denominator ?? SmallDenominator;

    /// <summary>Whether the value is a whole number.</summary>
    public bool IsInteger => _big is null ? _denominatorLessOne == 0 : _big.Denominator.IsOne;

    /// <summary>Whether the value is zero.</summary>
    public bool IsZero => _big is null && _numerator == 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _big?.Numerator.Sign ?? Math.Sign(_numerator);

    /// <summary>The bits of numerator and denominator together: what an operation on this value costs.</summary>
    public long BitLength => _big is null
        ? 128 - BitOperations.LeadingZeroCount((ulong)Math.Abs(_numerator)) - BitOperations.LeadingZeroCount((ulong)SmallDenominator)
        : BigInteger.Abs(_big.Numerator).GetBitLength() + _big.Denominator.GetBitLength();

    private long SmallDenominator => _denominatorLessOne + 1;

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        _big is null
            ? other._big is null && _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne
            : _big.Equals(other._big);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _big?.GetHashCode() ?? HashCode.Combine(_numerator, _denominatorLessOne);

    /// <inheritdoc/>
    public int CompareTo(Rational other)
    {
        if (_big is null && other._big is null)
            return ((Int128)_numerator * other.SmallDenominator).CompareTo((Int128)other._numerator * SmallDenominator);
        return Sign != other.Sign
            ? Sign.CompareTo(other.Sign)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    /// <summary>mantissa · 2^exponent, without the general reduction, which is slow for these.</summary>
    internal static Rational FromBinary(BigInteger mantissa, int exponent)
    {
        if (exponent >= 0 || mantissa.IsZero)
            return mantissa << Math.Max(exponent, 0);
        var zeros = (int)BigInteger.TrailingZeroCount(mantissa);
        var shared = Math.Min(zeros, -exponent);
        return FromReduced(mantissa >> shared, BigInteger.One << (-exponent - shared));
    }

    private static Rational FromReduced(BigInteger numerator, BigInteger denominator)
    {
        // long.MinValue stays out of the small form: its absolute value is no long.
        if (denominator <= long.MaxValue && numerator <= long.MaxValue && numerator >= -long.MaxValue)
            return new Rational((long)numerator, (long)denominator);
        return new Rational(new Fraction(numerator, denominator));
    }

    private static Rational Reduce(Int128 numerator, Int128 denominator)
    {
        if (numerator > long.MaxValue || numerator < -long.MaxValue || denominator > long.MaxValue || denominator < -long.MaxValue)
            return new Rational((BigInteger)numerator, (BigInteger)denominator);
        var (n, d) = ((long)numerator, (long)denominator);
        if (d < 0)
            (n, d) = (-n, -d);
        if (d == 1)
            return new Rational(n, 1L);
        var divisor = GreatestCommonDivisor((ulong)Math.Abs(n), (ulong)d);
        return new Rational(n / divisor, d / divisor);
    }

    private static long GreatestCommonDivisor(ulong a, ulong b)
    {
        if (a == 0)
            return (long)b;
        var shift = BitOperations.TrailingZeroCount(a | b);
        a >>= BitOperations.TrailingZeroCount(a);
        while (b != 0)
        {
            b >>= BitOperations.TrailingZeroCount(b);
            if (a > b)
                (a, b) = (b, a);
            b -= a;
        }

        return (long)(a << shift);
    }
}
