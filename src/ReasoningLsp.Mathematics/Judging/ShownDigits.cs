using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>What the digits of a written value claim, and whether what it is the value of had to be rounded at all.</summary>
public static class ShownDigits
{
    private static readonly Rational s_nearlyOne = new(99, 100);

    // Four digits are as many as most instruments tell.
    private static readonly Rational s_measured = 1000;

    // What comes out even within so many decimals needs no rounding to whole numbers.
    private const int EvenDecimals = 2, MostDigits = 60;

    /// <summary>
    /// What one unit in the last digit shown is worth, where <paramref name="written"/> is the value of <paramref name="shown"/>
    /// in whatever units; null where no digit is said to be the last one.
    /// </summary>
    public static Rational? LastPlace(Expression shown, Rational written)
    {
        if (ExpressionInspector.Literal(shown) is { } literal)
        {
            if (literal.Decimals == 0 && literal.Place == Rational.One)
                return null;
            return literal.Value.IsZero ? literal.Place / (HasPercent(shown) ? 100 : 1)
                : Rational.Abs(written / literal.Value) * literal.Place;
        }

        return Mantissa(shown) is { Value.IsZero: false } mantissa ? Rational.Abs(written / mantissa.Value) * mantissa.Place : null;
    }

    /// <summary>
    /// The same for a whole number that <paramref name="source"/> is rounded to: zeros at its end may stand for digits left
    /// out. Null where the source comes out even, or the number says too little to be a rounding of it.
    /// </summary>
    public static Rational? WholePlace(Expression shown, Rational written, Expression source, Value value, IntervalArithmetic arithmetic)
    {
        if (ExpressionInspector.Literal(shown) is not { Value: { IsInteger: true, IsZero: false } } literal
            || value.Re.Range(arithmetic) is not { } range)
            return null;
        var scale = Rational.Abs(written / literal.Value);
        var truth = value.Exact ?? range.Midpoint;
        // "0.20 × 820 = 165": what shows more digits than count is no rounding to those that do.
        var significant = SignificantPlace(source, truth) is { } last && (written / last).IsInteger ? last : (Rational?)null;
        var size = Rational.Abs(truth) / scale;
        if (size < s_nearlyOne || !(IsInexact(source, value.Exact / scale) || (size >= s_measured && IsMeasured(source))))
            return significant;
        var place = literal.Value;
        var zeros = Rational.One;
        while (Rational.Abs(place) >= 1000 && (place / 10).IsInteger)
        {
            place /= 10;
            zeros *= 10;
        }

        var unit = scale * zeros;
        return significant > unit ? significant : unit;
    }

    /// <summary>Whether no digit of <paramref name="source"/> says how precise it is: two decimals are what prices and shares
    /// have.</summary>
    internal static bool MayBePrices(Expression source) =>
        !IsMeasured(source) && !ExpressionInspector.Decimals(source).Any(number => number.Decimals != 2 && EndsInZero(number));

    /// <summary>Whether a value is written in a way that it cannot be in full: irrational and measured, or with many decimals.</summary>
    private static bool IsInexact(Expression source, Rational? exact)
    {
        if (exact is { } value)
            return !(value * Rational.PowerOfTen(EvenDecimals)).IsInteger;
        // √50 = 7 is an error; a measured length of √(5.1² + 4.9²) is 7 for people.
        return ExpressionInspector.Nodes(source).Any(node => node is NumberLiteral { Decimals: > 0 } or Constant or Quantity
            or Call
        {
            Operation: Operation.Sin or Operation.Cos or Operation.Tan or Operation.Asin or Operation.Acos or Operation.Atan
            or Operation.Log or Operation.Ln or Operation.Exp or Operation.Degrees
        });
    }

    // "2.0 kg × 9.8 m/s² = 20 N": as many digits as the least precise of the amounts has, where measured digits are written.
    private static Rational? SignificantPlace(Expression source, Rational value)
    {
        var decimals = ExpressionInspector.Decimals(source).ToList();
        if (value.IsZero || decimals.Count == 0 || !(IsMeasured(source) || decimals.Any(EndsInZero)))
            return null;
        var digits = decimals.Min(number => Magnitude(number.Value) - Magnitude(number.Place) + 1);
        return digits < 2 ? null : Rational.PowerOfTen(Magnitude(value) - digits + 1);
    }

    // "2.0": a digit that says nothing but how precise the number is.
    private static bool EndsInZero(NumberLiteral number) => (number.Value * Rational.PowerOfTen(number.Decimals - 1)).IsInteger;

    // The power of ten of the first digit.
    private static int Magnitude(Rational value)
    {
        var size = Rational.Abs(value);
        var power = 0;
        for (; size >= 10 && power < MostDigits; power++)
            size /= 10;
        for (; size < Rational.One && power > -MostDigits; power--)
            size *= 10;
        return power;
    }

    // 82257.75 cm⁻¹ are 82258: an amount of a physical unit, and no money.
    private static bool IsMeasured(Expression source) =>
        ExpressionInspector.Nodes(source).OfType<Quantity>().Any(quantity => !Units.Currencies.IsSign(quantity.Unit)
            && UnitSize.Readings(quantity.Unit)[0] is { IsCertain: true, Dimension.IsNumber: false });

    // "6.41 × 10^-22"
    private static NumberLiteral? Mantissa(Expression shown) => shown switch
    {
        Quantity quantity => Mantissa(quantity.Value),
        Call { Operation: Operation.Negate } call => Mantissa(call.Arguments[0]),
        Call { Operation: Operation.Multiply } product when product.Arguments is [NumberLiteral mantissa, var power]
            && IsPowerOfTen(power) => mantissa,
        _ => null,
    };

    private static bool IsPowerOfTen(Expression expression) => expression switch
    {
        Quantity quantity => IsPowerOfTen(quantity.Value),
        Call { Operation: Operation.Power } power => power.Arguments[0] is NumberLiteral { Value: var ten } && ten == 10,
        _ => false,
    };

    private static bool HasPercent(Expression expression) => expression switch
    {
        Call { Operation: Operation.Percent } => true,
        Call { Operation: Operation.Negate } call => HasPercent(call.Arguments[0]),
        Quantity quantity => HasPercent(quantity.Value),
        _ => false,
    };
}
