using System.Numerics;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Evaluation;

/// <summary>Operations on reals: exact on exact values, enclosing otherwise; null where undefined or too large.</summary>
internal sealed class RealOperations(IntervalArithmetic arithmetic)
{
    /// <summary>Bits beyond which a number is not computed: hostile input costs milliseconds.</summary>
    public const int MostBits = 20_000;

    public Real? Add(Real x, Real y) =>
        x.Exact is { } a && y.Exact is { } b ? Bounded(a + b) : Enclosed(x, y, arithmetic.Add);

    public Real? Multiply(Real x, Real y) =>
        x.IsZero || y.IsZero ? default(Real) : x.Exact is { } a && y.Exact is { } b ? Bounded(a * b) : Enclosed(x, y, arithmetic.Multiply);

    public Real? Divide(Real x, Real y)
    {
        if (y.IsZero)
            return null;
        return x.Exact is { } a && y.Exact is { } b ? Bounded(a / b) : Enclosed(x, y, arithmetic.Divide);
    }

    public Real? Negate(Real x) => x.Exact is { } a ? new Real(-a) : Enclosed(x, arithmetic.Negate);

    public Real? Abs(Real x) => x.Exact is { } a ? new Real(Rational.Abs(a)) : Enclosed(x, arithmetic.Abs);

    public Real? Floor(Real x) => x.Exact is { } a ? new Real(a.Floor()) : Enclosed(x, arithmetic.Floor);

    public Real? Ceiling(Real x) => x.Exact is { } a ? new Real(a.Ceiling()) : Enclosed(x, arithmetic.Ceiling);

    public Real? Power(Real x, Real y)
    {
        if (y.Exact is { } exponent)
        {
            if (exponent.IsInteger)
                return IntegerPower(x, exponent.Numerator);
            if (exponent.Denominator > 1000 || BigInteger.Abs(exponent.Numerator) > 100_000)
                return Enclosed(x, range => arithmetic.Power(range, exponent));
            return Root(x, (int)exponent.Denominator) is { } root ? IntegerPower(root, exponent.Numerator) : null;
        }

        return Enclosed(x, y, arithmetic.Power);
    }

    public Real? Root(Real x, int index)
    {
        if (index is < 2 or > 1000)
            return null;
        if (x.Exact is { } a)
        {
            if (a.Sign < 0 && index % 2 == 0)
                return null;
            if (a.BitLength <= MostBits && a.TryRoot(index, out var exact))
                return new Real(exact);
        }

        return Enclosed(x, range => arithmetic.Root(range, index));
    }

    public Real? Enclosed(Real x, Func<Interval, Interval?> operation) =>
        x.Range(arithmetic) is { } range && operation(range) is { } result ? new Real(result) : null;

    public Real? Enclosed(Real x, Real y, Func<Interval, Interval, Interval?> operation) =>
        x.Range(arithmetic) is { } a && y.Range(arithmetic) is { } b && operation(a, b) is { } result ? new Real(result) : null;

    public static Real? Bounded(Rational value) => value.BitLength > MostBits ? null : new Real(value);

    private Real? IntegerPower(Real x, BigInteger exponent)
    {
        if (x.Exact is { } a)
        {
            if (a.IsZero)
                return exponent.Sign > 0 ? default(Real) : null;
            if (a == Rational.One)
                return x;
            if (BigInteger.Abs(exponent) > 100_000)
                return null;
            if (a.TryPow((int)exponent, MostBits) is { } exact)
                return new Real(exact);
        }

        return BigInteger.Abs(exponent) > 100_000 ? null : Enclosed(x, range => arithmetic.Power(range, (int)exponent));
    }
}
