using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>A number that is written in digits of which the last may be rounded: <c>3.14</c>, <c>6.63 × 10^-34</c>, <c>66.7
/// %</c>.</summary>
/// <param name="Unit">What one unit of the last digit is worth.</param>
/// <param name="Significant">How many digits it has from the first that is not zero.</param>
/// <param name="Decimals">Digits behind the point as written.</param>
internal readonly record struct WrittenDigits(Rational Unit, int Significant, int Decimals)
{
    // What a degree is of a radian.
    private static readonly Rational s_degree = new(17_453_293, 1_000_000_000);

    /// <summary>The digits of an expression; null where it is exact: a whole number, a fraction, a root.</summary>
    public static WrittenDigits? Of(Expression expression) => expression switch
    {
        NumberLiteral { Decimals: > 0 } number => Digits(number, Rational.One),
        Call { Operation: Operation.Negate } call => Of(call.Arguments[0]),
        Call { Operation: Operation.Percent } call => Of(call.Arguments[0]) is { } shown ? shown with { Unit = shown.Unit / 100 } : null,
        Call { Operation: Operation.Degrees } call =>
            Of(call.Arguments[0]) is { } shown ? shown with { Unit = shown.Unit * s_degree } : null,
        Call { Operation: Operation.Multiply } product when product.Arguments is [var first, Call { Operation: Operation.Power } power]
            && power.Arguments[0] is NumberLiteral { Value: var ten } && ten == 10 => Scaled(first, power.Arguments[1]),
        _ => null,
    };

    private static WrittenDigits? Scaled(Expression mantissa, Expression exponent)
    {
        if (mantissa is Call { Operation: Operation.Negate } negated)
            mantissa = negated.Arguments[0];
        var sign = exponent is Call { Operation: Operation.Negate } call && (exponent = call.Arguments[0]) is not null ? -1 : 1;
        if (mantissa is not NumberLiteral number || exponent is not NumberLiteral { Value: { IsInteger: true } power } || power > 5_000)
            return null;
        return new Rational(10, 1).TryPow(sign * (int)power.Numerator, 20_000) is { } scale ? Digits(number, scale) : null;
    }

    private static WrittenDigits Digits(NumberLiteral number, Rational scale)
    {
        var unit = number.Place;
        var digits = (Rational.Abs(number.Value) / unit).Floor();
        return new WrittenDigits(
            unit * scale, digits.IsZero ? 0 : digits.ToString(System.Globalization.CultureInfo.InvariantCulture).Length,
            number.Decimals);
    }
}
