using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Judges two temperatures that are points of scales whose zeros differ: 25 °C = 298 K.</summary>
public static class TemperatureJudge
{
    // People take 273 for 273.15.
    private static readonly Rational s_shortZero = new(15, 100);

    /// <summary>The verdict; null where a side is no temperature by itself, or both are of one scale.</summary>
    public static Judgment? Judge(Expression left, Expression right)
    {
        if (Point(left) is not var (value, size) || Point(right) is not var (stated, other) || size == other
            || size.Dimension != Dimension.Of(BaseQuantity.Temperature) || other.Dimension != size.Dimension)
            return null;
        var truth = ((value.Value * size.Factor) + size.Offset - other.Offset) / other.Factor;
        var (a, b) = (Value.Of(truth), Value.Of(stated.Value));
        if (truth == stated.Value)
            return new Judgment(Verdict.Holds, a, b);
        var distance = Rational.Abs(truth - stated.Value);
        var place = stated.Decimals == 0 ? Rational.One : stated.Place;
        var isRounded = distance * 2 <= place || distance == s_shortZero || (distance - s_shortZero) * 2 <= place;
        return isRounded ? new Judgment(Verdict.HoldsRounded, a, b)
            : new Judgment(Verdict.Fails, a, b) { Unit = (right as Quantity)?.Unit };
    }

    private static (NumberLiteral Value, UnitSize Size)? Point(Expression expression) => expression switch
    {
        Quantity { Value: NumberLiteral value, Unit: var unit } when UnitSize.Readings(unit) is [var size, ..] => (value, size),
        Quantity { Value: Call { Operation: Operation.Negate, Arguments: [NumberLiteral below] }, Unit: var unit }
            when UnitSize.Readings(unit) is [var size, ..] => (new NumberLiteral(-below.Value, below.Decimals), size),
        Call { Operation: Operation.Negate, Arguments: [Quantity { Value: NumberLiteral below, Unit: var unit }] }
            when UnitSize.Readings(unit) is [var size, ..] => (new NumberLiteral(-below.Value, below.Decimals), size),
        _ => null,
    };
}
