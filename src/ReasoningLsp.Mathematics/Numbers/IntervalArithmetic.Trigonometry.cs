namespace ReasoningLsp.Mathematics.Numbers;

public sealed partial class IntervalArithmetic
{
    // Reducing larger arguments needs as many digits of π; nobody's angle has a thousand digits.
    private const int LargestAngle = 4_096;

    /// <summary>The sine of an angle in radians; within [-1, 1] whatever the argument.</summary>
    public Interval? Sin(Interval x) => Wave(x, 0);

    /// <summary>The cosine of an angle in radians; within [-1, 1] whatever the argument.</summary>
    public Interval? Cos(Interval x) => Wave(x, 1);

    /// <summary>The tangent; null if the cosine can be zero.</summary>
    public Interval? Tan(Interval x) => WaveQuotient(x, 0, 1);

    /// <summary>The cotangent; null if the sine can be zero.</summary>
    public Interval? Cot(Interval x) => WaveQuotient(x, 1, 0);

    /// <summary>1/cos x; null if the cosine can be zero.</summary>
    public Interval? Sec(Interval x) =>
        Wider(16).Cos(x) is { } cosine ? Divide(Point(Dyadic.One), cosine) : null;

    /// <summary>1/sin x; null if the sine can be zero.</summary>
    public Interval? Csc(Interval x) =>
        Wider(16).Sin(x) is { } sine ? Divide(Point(Dyadic.One), sine) : null;

    /// <summary>The inverse sine, within [-π/2, π/2]; null if x can be outside [-1, 1].</summary>
    public Interval? Asin(Interval x)
    {
        if (x.Lower < MinusOne || x.Upper > Dyadic.One)
            return null;
        return AsinOfEnd(x.Lower) is { } low && AsinOfEnd(x.Upper) is { } high ? Enclose(low.Lower, high.Upper) : null;
    }

    /// <summary>The inverse cosine, within [0, π]; null if x can be outside [-1, 1].</summary>
    public Interval? Acos(Interval x)
    {
        if (x.Lower < MinusOne || x.Upper > Dyadic.One)
            return null;
        return AcosOfEnd(x.Upper) is { } low && AcosOfEnd(x.Lower) is { } high ? Enclose(low.Lower, high.Upper) : null;
    }

    /// <summary>The inverse tangent, within (-π/2, π/2).</summary>
    public Interval? Atan(Interval x)
    {
        var low = AtanOfEnd(x.Lower);
        return Enclose(low.Lower, (x.IsPoint ? low : AtanOfEnd(x.Upper)).Upper);
    }

    private Interval? WaveQuotient(Interval x, int above, int below)
    {
        var wider = Wider(16);
        return wider.Wave(x, above) is { } numerator && wider.Wave(x, below) is { } denominator
            ? Divide(numerator, denominator)
            : null;
    }

    // Neither function changes faster than its argument: f(x) is within r of f(m) for |x − m| ≤ r.
    private Interval? Wave(Interval x, int quarterTurns)
    {
        var middle = new Dyadic((x.Lower + x.Upper).Mantissa, (x.Lower + x.Upper).Exponent - 1);
        var radius = x.Upper - middle;
        if (middle.Sign == 0 && radius.Sign == 0)
            return Point(quarterTurns == 0 ? default : Dyadic.One);
        if (radius >= new Dyadic(2, 0) || (middle.Sign != 0 && middle.Magnitude > LargestAngle))
            return new Interval(MinusOne, Dyadic.One);
        var value = WaveAt(middle, quarterTurns);
        return Enclose(
            Dyadic.Max(value.Lower - radius, MinusOne),
            Dyadic.Min(value.Upper + radius, Dyadic.One));
    }

    // x = q·π/2 + r with |r| < 0.79. π/2 carries as many more bits as q has, so that r is wrong by at most 4 units of
    // the shorter format, and so is the function of r.
    private Interval WaveAt(Dyadic x, int quarterTurns)
    {
        var bits = PrecisionBits + GuardBits + (quarterTurns == 0 ? MoreBitsFor(x) : 0);
        var more = Math.Max(0, x.Magnitude) + 4;
        var fine = bits + more;
        var halfPi = _constants.Pi(fine) >> 1;
        var argument = x.ToFixed(fine);
        var twice = (2 * argument) + halfPi;
        var q = new Rational(twice, 2 * halfPi).Floor();
        var r = (argument - (q * halfPi)) >> more;
        var turn = (int)(((q + quarterTurns) % 4) + 4) % 4;
        var (value, error) = int.IsEvenInteger(turn) ? FixedPoint.Sin(r, bits) : FixedPoint.Cos(r, bits);
        if (turn >= 2)
            value = -value;
        error += 4;
        return new Interval(new Dyadic(value - error, -bits), new Dyadic(value + error, -bits));
    }

    // For |x| > 1, atan x = ±π/2 − atan(1/x). Then three times atan t = 2 atan(t/(1 + √(1 + t²))), which brings t below
    // tan(π/32). A halving halves the error it was given and adds less than 2 units: at most 4 after three.
    private Interval AtanOfEnd(Dyadic x)
    {
        if (x.Sign == 0)
            return default;
        var size = Dyadic.Abs(x);
        var inverted = size > Dyadic.One;
        var bits = PrecisionBits + GuardBits + (inverted ? 0 : MoreBitsFor(size));
        var t = inverted ? Dyadic.DivideDown(Dyadic.One, size, bits).ToFixed(bits) : size.ToFixed(bits);
        var one = System.Numerics.BigInteger.One << bits;
        for (var i = 0; i < 3; i++)
            t = (t << bits) / (one + IntegerRoot.FloorSquareRoot((one << bits) + (t * t)));
        var (value, error) = FixedPoint.Atan(t, bits);
        value *= 8;
        error = (8 * (error + 4)) + 4;
        if (inverted)
            value = (_constants.Pi(bits) >> 1) - value;
        var (low, high) = (new Dyadic(value - error, -bits), new Dyadic(value + error, -bits));
        return x.Sign > 0 ? new Interval(low, high) : new Interval(-high, -low);
    }

    // asin x = atan(x/√(1 − x²)), with 1 − x² exact.
    private Interval? AsinOfEnd(Dyadic x)
    {
        var wider = Wider(16);
        var cosineSquared = Dyadic.One - (x * x);
        if (cosineSquared.Sign == 0)
            return x.Sign > 0 ? HalfPi(wider) : wider.Negate(HalfPi(wider));
        return wider.Sqrt(Point(cosineSquared)) is { } cosine && wider.Divide(Point(x), cosine) is { } tangent
            ? wider.Atan(tangent)
            : null;
    }

    // acos x = 2 atan √((1 − x)/(1 + x)), which is as good near 1 as elsewhere.
    private Interval? AcosOfEnd(Dyadic x)
    {
        var wider = Wider(16);
        if (x.CompareTo(MinusOne) == 0)
            return wider.Pi;
        return wider.Divide(Point(Dyadic.One - x), Point(Dyadic.One + x)) is { } square
            && wider.Sqrt(square) is { } tangent
            && wider.Atan(tangent) is { } half
            ? wider.Add(half, half)
            : null;
    }

    private static Interval HalfPi(IntervalArithmetic wider)
    {
        var pi = wider.Pi;
        return new Interval(pi.Lower with { Exponent = pi.Lower.Exponent - 1 }, pi.Upper with { Exponent = pi.Upper.Exponent - 1 });
    }
}
