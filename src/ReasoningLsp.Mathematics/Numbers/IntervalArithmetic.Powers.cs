using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

public sealed partial class IntervalArithmetic
{
    // Above this, a root by logarithms is cheaper than one by integers of n·precision bits.
    private const int LargestIntegerRoot = 32;

    // A power of a number between 1/2 and 2 may have as many bits before or behind the point; they are counted in an int.
    private const int LargestWholePower = 1 << 30;

    /// <summary>x^n for a whole n (x^0 = 1); null for a negative power of an x that can be zero.</summary>
    public Interval? Power(Interval x, int n)
    {
        if (n == 0)
            return Point(Dyadic.One);
        if (WholePowerOfOne(x, n) is { } trivial)
            return trivial;
        if (n < 0)
            return n == int.MinValue || x.ContainsZero || Wider(8).Power(x, -n) is not { } power
                ? null
                : Divide(Point(Dyadic.One), power);
        if (int.IsOddInteger(n))
            return PowerOfEnd(x.Lower, n, up: false) is { } low && PowerOfEnd(x.Upper, n, up: true) is { } high
                ? Enclose(low, high)
                : null;

        // An even power falls up to zero and rises after it.
        var (near, far) = (Dyadic.Abs(x.Lower), Dyadic.Abs(x.Upper));
        if (near > far)
            (near, far) = (far, near);
        if (x.ContainsZero)
            near = default;
        return PowerOfEnd(near, n, up: false) is { } least && PowerOfEnd(far, n, up: true) is { } most
            ? Enclose(least, most)
            : null;
    }

    /// <summary>
    /// x^y for a rational y: any x if y is whole, the real root if its denominator is odd, and x ≥ 0 otherwise.
    /// </summary>
    public Interval? Power(Interval x, Rational y)
    {
        if (y.IsInteger)
            return BigInteger.Abs(y.Numerator) <= int.MaxValue ? Power(x, (int)y.Numerator) : WholePowerOfOne(x, y.Numerator);
        if (y.Denominator > int.MaxValue || BigInteger.Abs(y.Numerator) > int.MaxValue)
            return !x.IsPositive || From(y) is not { } exponent ? null : Power(x, exponent);
        var wider = Wider(64);
        return wider.Root(x, (int)y.Denominator) is { } root ? Rounded(wider.Power(root, (int)y.Numerator)) : null;
    }

    /// <summary>x^y = e^(y ln x) for x > 0 or a y that is a whole number; 0^y is 0 for y > 0.</summary>
    public Interval? Power(Interval x, Interval y)
    {
        if (y.IsPoint && y.Lower.Magnitude <= 31 && y.Low is { IsInteger: true } whole)
            return Power(x, whole);
        if (x.Lower.Sign < 0)
            return null;
        var wider = Wider(64);
        if (x.Lower.Sign > 0)
            return wider.Log(x) is { } log && wider.Multiply(log, y) is { } exponent ? Rounded(wider.Exp(exponent)) : null;
        if (!y.IsPositive)
            return null;
        return x.Upper.Sign == 0
            ? Point(default)
            : Power(Point(x.Upper), y) is { } most ? new Interval(default, most.Upper) : null;
    }

    /// <summary>√x; null if x can be negative.</summary>
    public Interval? Sqrt(Interval x) => Root(x, 2);

    /// <summary>The real n-th root (n from 1); null for an even root of an x that can be negative.</summary>
    public Interval? Root(Interval x, int n)
    {
        if (n < 1 || (int.IsEvenInteger(n) && x.Lower.Sign < 0))
            return null;
        if (n <= LargestIntegerRoot)
            return Enclose(RootOfEnd(x.Lower, n, up: false), RootOfEnd(x.Upper, n, up: true));
        if (x.IsNegative)
            return Root(new Interval(-x.Upper, -x.Lower), n) is { } root ? Negate(root) : null;
        if (IsZeroPoint(x))
            return x;
        if (x.Lower.Sign < 0)
            return null;
        var wider = Wider(64);
        return wider.From(new Rational(1, n)) is { } exponent ? wider.Power(x, exponent) is { } value ? Rounded(value) : null : null;
    }

    private static Interval? WholePowerOfOne(Interval x, BigInteger n)
    {
        if (!x.IsPoint || Dyadic.Abs(x.Lower).CompareTo(Dyadic.One) != 0)
            return null;
        return Point(n.IsEven ? Dyadic.One : x.Lower);
    }

    private Dyadic RootOfEnd(Dyadic end, int n, bool up)
    {
        if (end.Sign == 0)
            return default;
        if (end.Sign < 0)
            return -RootOfEnd(-end, n, !up);
        return up ? end.RootUp(n, PrecisionBits) : end.RootDown(n, PrecisionBits);
    }

    // Square and multiply. Every product of numbers that are not negative is rounded to the same side, so the result
    // lies on that side of the true power.
    private Dyadic? PowerOfEnd(Dyadic end, int n, bool up)
    {
        if (end.Sign == 0)
            return default(Dyadic);
        var awayFromZero = end.Sign > 0 == up;
        if (LeavesRange(end, n))
            return null;

        var bits = PrecisionBits + 40;
        var square = Dyadic.Abs(end);
        var result = Dyadic.One;
        for (var rest = (uint)n; rest != 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                result = Round(result * square);
            if (rest > 1)
                square = Round(square * square);
        }

        return end.Sign < 0 && int.IsOddInteger(n) ? -result : result;

        Dyadic Round(Dyadic value) => awayFromZero ? value.RoundUp(bits) : value.RoundDown(bits);
    }

    private static bool LeavesRange(Dyadic end, int n)
    {
        // 2^(m-1) ≤ |end| < 2^m. Only what is certain to leave is refused here; squaring stays below four times that.
        var magnitude = end.Magnitude;
        var nearest = magnitude > 0 ? magnitude - 1 : magnitude;
        return n > LargestWholePower || Math.Abs((long)nearest) * n > MaxMagnitude;
    }
}
