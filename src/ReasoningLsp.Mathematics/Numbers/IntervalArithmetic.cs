using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

/// <summary>
/// Functions of real numbers that are known only by an enclosing interval. A result encloses every value the function
/// takes on its arguments; <c>null</c> means undefined for some of them, or too large or too small to bound (beyond
/// 2^±1,000,000). Never wrong, at worst wide. Instances are immutable to their users and safe for many threads.
/// </summary>
public sealed partial class IntervalArithmetic
{
    /// <summary>Numbers beyond two to this power, either way, are refused.</summary>
    public const int MaxMagnitude = 1_000_000;

    private static readonly Dyadic MinusOne = -Dyadic.One;
    private readonly Constants _constants;

    /// <summary>Arithmetic whose interval ends have about <paramref name="precisionBits"/> significant bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 16 or above 16,384.</exception>
    public IntervalArithmetic(int precisionBits)
        : this(precisionBits, new Constants())
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precisionBits, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precisionBits, 16_384);
    }

    private IntervalArithmetic(int precisionBits, Constants constants)
    {
        PrecisionBits = precisionBits;
        _constants = constants;
    }

    /// <summary>Significant bits of the ends of results.</summary>
    public int PrecisionBits { get; }

    /// <summary>π.</summary>
    public Interval Pi => PiAt(PrecisionBits + 8);

    /// <summary>e, the base of natural logarithms.</summary>
    public Interval E => Exp(new Interval(Dyadic.One, Dyadic.One))!.Value;

    /// <summary>Encloses a rational number; exact if its binary form is short enough.</summary>
    public Interval? From(Rational value)
    {
        var size = BigInteger.Abs(value.Numerator).GetBitLength() - value.Denominator.GetBitLength();
        if (Math.Abs(size) > MaxMagnitude || value.BitLength > 8L * MaxMagnitude)
            return null;
        return Enclose(
            Dyadic.FromRationalDown(value, PrecisionBits),
            -Dyadic.FromRationalDown(-value, PrecisionBits));
    }

    /// <summary>Everything from the lower to the upper number; null when one is too large.</summary>
    public Interval? Between(Rational low, Rational high) =>
        From(low) is { } below && From(high) is { } above ? Enclose(below.Lower, above.Upper) : null;

    /// <summary>x + y.</summary>
    public Interval? Add(Interval x, Interval y) => Enclose(x.Lower + y.Lower, x.Upper + y.Upper);

    /// <summary>x − y.</summary>
    public Interval? Subtract(Interval x, Interval y) => Enclose(x.Lower - y.Upper, x.Upper - y.Lower);

    /// <summary>−x.</summary>
    public Interval? Negate(Interval x) => Enclose(-x.Upper, -x.Lower);

    /// <summary>x · y.</summary>
    public Interval? Multiply(Interval x, Interval y)
    {
        var (a, b, c, d) = (x.Lower * y.Lower, x.Lower * y.Upper, x.Upper * y.Lower, x.Upper * y.Upper);
        return Enclose(Dyadic.Min(Dyadic.Min(a, b), Dyadic.Min(c, d)), Dyadic.Max(Dyadic.Max(a, b), Dyadic.Max(c, d)));
    }

    /// <summary>x / y; null if y can be zero.</summary>
    public Interval? Divide(Interval x, Interval y)
    {
        if (y.ContainsZero)
            return null;
        if (y.IsNegative)
            (x, y) = (new Interval(-x.Upper, -x.Lower), new Interval(-y.Upper, -y.Lower));
        return Enclose(
            Dyadic.DivideDown(x.Lower, x.Lower.Sign >= 0 ? y.Upper : y.Lower, PrecisionBits),
            Dyadic.DivideUp(x.Upper, x.Upper.Sign >= 0 ? y.Lower : y.Upper, PrecisionBits));
    }

    /// <summary>|x|.</summary>
    public Interval? Abs(Interval x) => x.ContainsZero
        ? Enclose(default, Dyadic.Max(-x.Lower, x.Upper))
        : x.IsNegative ? Negate(x) : Enclose(x.Lower, x.Upper);

    /// <summary>⌊x⌋; null while the enclosure leaves open which whole number that is.</summary>
    public Interval? Floor(Interval x) => WholeNumber(x.Lower.ToFixed(0), x.Upper.ToFixed(0));

    /// <summary>⌈x⌉; null while the enclosure leaves open which whole number that is.</summary>
    public Interval? Ceiling(Interval x) => WholeNumber(-(-x.Lower).ToFixed(0), -(-x.Upper).ToFixed(0));

    private Interval? WholeNumber(BigInteger low, BigInteger high) =>
        low == high ? Enclose(new Dyadic(low, 0), new Dyadic(low, 0)) : null;

    private static bool IsZeroPoint(Interval x) => x.Lower.Sign == 0 && x.Upper.Sign == 0;

    private static Interval Point(Dyadic value) => new(value, value);

    /// <summary>Same constants, more bits: for a result made of several roundings.</summary>
    private IntervalArithmetic Wider(int bits) => new(PrecisionBits + bits, _constants);

    private Interval PiAt(int bits)
    {
        var pi = _constants.Pi(bits);
        return Rounded(new Dyadic(pi - 2, -bits), new Dyadic(pi + 2, -bits));
    }

    private Interval Rounded(Dyadic low, Dyadic high) => new(low.RoundDown(PrecisionBits), high.RoundUp(PrecisionBits));

    private Interval? Rounded(Interval? x) => x is { } value ? Enclose(value.Lower, value.Upper) : null;

    private Interval? Enclose(Dyadic low, Dyadic high) =>
        IsBounded(low) && IsBounded(high) ? Rounded(low, high) : null;

    private static bool IsBounded(Dyadic end) => end.Sign == 0 || Math.Abs(end.Magnitude) <= MaxMagnitude;
}
