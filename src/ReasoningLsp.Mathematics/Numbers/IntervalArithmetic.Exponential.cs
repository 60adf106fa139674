namespace ReasoningLsp.Mathematics.Numbers;

public sealed partial class IntervalArithmetic
{
    private const int GuardBits = 40;

    /// <summary>e^x.</summary>
    public Interval? Exp(Interval x) =>
        ExpOfEnd(x.Lower) is { } low && (x.IsPoint ? low : ExpOfEnd(x.Upper)) is { } high
            ? Enclose(low.Lower, high.Upper)
            : null;

    /// <summary>The natural logarithm; null if x can be zero or negative.</summary>
    public Interval? Log(Interval x)
    {
        if (!x.IsPositive)
            return null;
        var low = LogOfEnd(x.Lower);
        return Enclose(low.Lower, (x.IsPoint ? low : LogOfEnd(x.Upper)).Upper);
    }

    /// <summary>The logarithm to a base; null if x or the base can be zero or negative, or the base can be 1.</summary>
    public Interval? Log(Interval x, Interval baseValue)
    {
        var wider = Wider(32);
        return wider.Log(x) is { } numerator && wider.Log(baseValue) is { } denominator
            ? Rounded(wider.Divide(numerator, denominator))
            : null;
    }

    /// <summary>The hyperbolic sine.</summary>
    public Interval? Sinh(Interval x) =>
        SinhOfEnd(x.Lower) is { } low && SinhOfEnd(x.Upper) is { } high ? Enclose(low.Lower, high.Upper) : null;

    /// <summary>The hyperbolic cosine.</summary>
    public Interval? Cosh(Interval x)
    {
        var wider = Wider(8);
        if (Abs(x) is not { } size || wider.Abs(x) is not { } arguments)
            return null;
        if (CoshOfEnd(wider, arguments.Lower) is not { } low || CoshOfEnd(wider, arguments.Upper) is not { } high)
            return null;
        return Enclose(size.Lower.Sign == 0 ? Dyadic.One : low.Lower, high.Upper);
    }

    /// <summary>The hyperbolic tangent.</summary>
    public Interval? Tanh(Interval x) =>
        TanhOfEnd(x.Lower) is { } low && TanhOfEnd(x.Upper) is { } high ? Enclose(low.Lower, high.Upper) : null;

    // e^x = 2^k·e^r with r = x − k·ln 2. With k from doubles |r| < 0.35. r is wrong by 1 unit from x and 2|k| from ln 2,
    // and e^r changes at most twice as fast as r. |k| < 2^21, so the guard bits hide all of it.
    private Interval? ExpOfEnd(Dyadic x)
    {
        if (x.Sign == 0)
            return Point(Dyadic.One);
        if (x.Magnitude > 20)
            return null;
        var bits = PrecisionBits + GuardBits;
        var k = (int)Math.Round((double)x.ToFixed(32) / (1L << 32) / Math.Log(2));
        var r = x.ToFixed(bits) - (k * _constants.LogarithmOfTwo(bits));
        var (value, error) = FixedPoint.Exp(r, bits);
        error += 2 * (1 + (2L * Math.Abs(k)));
        return new Interval(new Dyadic(value - error, k - bits), new Dyadic(value + error, k - bits));
    }

    // ln x = k·ln 2 + 2 atanh((m − 1)/(m + 1)) with x = m·2^k, 3/4 ≤ m < 3/2, so the argument of atanh is within
    // [-1/7, 1/5]. m is wrong by 1 unit, its quotient therefore by less than 1, plus 1 for the division.
    private Interval LogOfEnd(Dyadic x)
    {
        var distance = x - Dyadic.One;
        if (distance.Sign == 0)
            return default;
        var k = x.Magnitude;
        if (new Dyadic(x.Mantissa, x.Exponent - k) < new Dyadic(3, -2))
            k--;

        // Close to 1 the logarithm is small: as many more bits keep its relative precision.
        var bits = PrecisionBits + GuardBits + MoreBitsFor(distance);
        var one = System.Numerics.BigInteger.One << bits;
        var m = new Dyadic(x.Mantissa, x.Exponent - k).ToFixed(bits);
        var z = ((m - one) << bits) / (m + one);
        var (value, error) = FixedPoint.Atanh(System.Numerics.BigInteger.Abs(z), bits);
        var total = (2 * (z.Sign < 0 ? -value : value)) + (k * _constants.LogarithmOfTwo(bits));
        error = (2 * (error + 3)) + (2L * Math.Abs(k));
        return new Interval(new Dyadic(total - error, -bits), new Dyadic(total + error, -bits));
    }

    // (e^x − e^−x)/2 loses as many bits as x has zeros behind the point.
    private Interval? SinhOfEnd(Dyadic x)
    {
        if (x.Sign == 0)
            return Point(default);
        var wider = Wider(16 + MoreBitsFor(x));
        return wider.ExpOfEnd(x) is { } up && wider.ExpOfEnd(-x) is { } down && wider.Subtract(up, down) is { } twice
            ? wider.Multiply(twice, Point(new Dyadic(1, -1)))
            : null;
    }

    private static Interval? CoshOfEnd(IntervalArithmetic wider, Dyadic x) =>
        wider.ExpOfEnd(x) is { } up && wider.ExpOfEnd(-x) is { } down && wider.Add(up, down) is { } twice
            ? wider.Multiply(twice, Point(new Dyadic(1, -1)))
            : null;

    // tanh x = (e^2x − 1)/(e^2x + 1) for x > 0; 1 − tanh x = 2/(e^2x + 1) < 2^(1 − 2x).
    private Interval? TanhOfEnd(Dyadic x)
    {
        if (x.Sign == 0)
            return Point(default);
        if (x.Sign < 0)
            return TanhOfEnd(-x) is { } mirrored ? new Interval(-mirrored.Upper, -mirrored.Lower) : null;
        if (x > new Dyadic(PrecisionBits, 0))
            return new Interval(Dyadic.One - new Dyadic(1, -PrecisionBits), Dyadic.One);
        var wider = Wider(16 + MoreBitsFor(x));
        return wider.ExpOfEnd(x * new Dyadic(2, 0)) is { } power
            && wider.Subtract(power, Point(Dyadic.One)) is { } numerator
            && wider.Add(power, Point(Dyadic.One)) is { } denominator
            && wider.Divide(numerator, denominator) is { } quotient
            ? new Interval(quotient.Lower, Dyadic.Min(quotient.Upper, Dyadic.One))
            : null;
    }

    // Beyond four times the precision a tiny value is as good as unbounded from below, and stays cheap.
    private int MoreBitsFor(Dyadic small) => Math.Clamp(-small.Magnitude, 0, 4 * PrecisionBits);
}
