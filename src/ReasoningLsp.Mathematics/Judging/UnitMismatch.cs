using System.Text;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>A wrong unit beside a number that may be right: <c>3 m × 4 m = 12 m</c>. Only lengths in one unit are certain: "10 days ×
/// 8 hours = 80 hours" leaves "a day" out, and nobody leaves a length out of a length times a length.</summary>
public static class UnitMismatch
{
    /// <summary>The unit that the left side comes to, where the right side has another power of it; else null.</summary>
    public static string? Of(Expression left, Expression right)
    {
        if (DerivedUnit(left, right) is { } derived)
            return derived;
        if (right is not Quantity { Value: NumberLiteral, Unit: var stated } || UnitIn(left) is not { } unit
            || PowerOf(left) is not { } power
            || CompoundUnit.Readings(stated, out var length) is not [{ Terms: [var term] }] || length < stated.Length
            || term.Unit != unit.Unit || term.Power == power)
            return null;
        return power switch { 0 => "no unit", 1 => unit.Name, 2 => $"{unit.Name}²", 3 => $"{unit.Name}³", _ => $"{unit.Name}^{power}" };
    }

    /// <summary>The units of a sum of amounts that do not add up, <c>€20 + £5</c>, <c>5 kg + 2 h</c>; null where they may.</summary>
    public static (string First, string Second)? Unlike(Expression expression)
    {
        if (expression is not Call { Operation: Operation.Add } sum
            || !sum.Arguments.All(term => term is Quantity { Value: NumberLiteral } or Call
            {
                Operation: Operation.Negate,
                Arguments: [Quantity { Value: NumberLiteral }]
            }))
            return null;
        var units = ExpressionInspector.Nodes(sum).OfType<Quantity>().Select(term => term.Unit).Distinct(StringComparer.Ordinal).ToList();
        var sizes = units.ConvertAll(UnitSize.Readings);
        if (!sizes.TrueForAll(readings => readings.All(size => size is { IsCertain: true, Noun: "", Dimension.IsNumber: false })))
            return null;
        for (var i = 1; i < units.Count; i++)
        {
            if (!sizes[i].Any(size => sizes[0].Any(other => other.Dimension == size.Dimension)))
                return (units[0].Trim(), units[i].Trim());
        }

        return null;
    }

    // "5 N × 2 m = 10 W": what amounts come to, where the right side names a unit of another kind that has a name of its own.
    private static string? DerivedUnit(Expression left, Expression right)
    {
        if (right is not Quantity { Value: NumberLiteral, Unit: var stated } || !PlainAmount.Multiplies(left, right)
            || SingleUnit(stated) is not { Terms: [{ Power: 1 }] } named)
            return null;
        // "100 m / 20 s = 5 s": so much a second is never a second.
        var isDivisor = left is Call { Operation: Operation.Divide, Arguments: [Quantity, Quantity { Unit: var divisor }] }
            && divisor == stated;
        return !isDivisor && (KindsIn(named.Dimension) < 2 || IsAmongFactors(left, stated)) ? null
            : Made(left, named.Dimension);
    }

    /// <summary>Whether amounts are multiplied or divided and come to another kind of amount than is said, whatever may be left out: "100
    /// W × 2 h = 200 W". Nobody calls that right, and nobody wrong.</summary>
    public static bool IsOfAnotherKind(Expression left, Expression right) =>
        right is Quantity { Value: NumberLiteral, Unit: var stated } && PlainAmount.Multiplies(left, right)
        && SingleUnit(stated) is { } named && Made(left, named.Dimension) is not null;

    // "60 kJ × 5 minutes = 300 kJ": so much a minute is meant.
    private static bool IsAmongFactors(Expression left, string stated) =>
        ((Call)left).Arguments.Any(factor => factor is Quantity { Unit: var unit } && unit == stated);

    // The unit that amounts come to where it is of another kind.
    private static string? Made(Expression left, Dimension named)
    {
        var product = (Call)left;
        Dimension? dimension = default(Dimension);
        var text = new StringBuilder();
        foreach (var factor in product.Arguments.Cast<Quantity>())
        {
            if (SingleUnit(factor.Unit) is not { } unit)
                return null;
            var divides = product.Operation == Operation.Divide && text.Length > 0;
            dimension = dimension?.TryMultiply(unit.Dimension, divides ? -1 : 1);
            text.Append(text.Length == 0 ? string.Empty : divides ? "/" : "·").Append(factor.Unit.Trim());
        }

        return dimension is { } made && made != named ? text.ToString() : null;
    }

    private static CompoundUnit? SingleUnit(string name) =>
        CompoundUnit.Readings(name, out var length) is [var only] && length == name.Length ? only : null;

    private static int KindsIn(Dimension dimension) => Enum.GetValues<BaseQuantity>().Count(quantity => dimension[quantity] != 0);

    // The one unit of length in which two amounts or more are given.
    private static (Unit Unit, string Name)? UnitIn(Expression expression)
    {
        var amounts = ExpressionInspector.Nodes(expression).OfType<Quantity>().ToList();
        if (amounts.Count < 2 || amounts.Exists(amount => amount.Value is not NumberLiteral || amount.Unit != amounts[0].Unit))
            return null;
        var name = amounts[0].Unit;
        return CompoundUnit.Readings(name, out var length) is [{ Terms: [{ Power: 1 } term] } only] && length == name.Length
            && only.Dimension == Dimension.Of(BaseQuantity.Length) ? (term.Unit, name.Trim()) : null;
    }

    // The power of the unit; null where a bare number may stand for an amount.
    private static int? PowerOf(Expression expression)
    {
        switch (expression)
        {
            case Quantity:
                return 1;
            // ½ × 6 cm × 4 cm
            case NumberLiteral { Value.IsInteger: false, Decimals: 0 } or Constant
                or Call { Operation: Operation.Divide, Arguments: [NumberLiteral, NumberLiteral] }:
                return 0;
            case Call { Operation: Operation.Negate, Arguments: [var inner] }:
                return PowerOf(inner);
            case Call { Operation: Operation.Add } sum:
                return PowerOf(sum.Arguments[0]) is { } first && sum.Arguments.All(term => PowerOf(term) == first) ? first : null;
            case Call { Operation: Operation.Multiply } product:
                return product.Arguments.Aggregate((int?)0, (power, factor) => power + PowerOf(factor));
            case Call { Operation: Operation.Divide, Arguments: [var top, var bottom] }:
                return PowerOf(top) - PowerOf(bottom);
            case Call { Operation: Operation.Power, Arguments: [var part, NumberLiteral { Value: { IsInteger: true } exponent }] }
                when exponent > 0 && exponent < 4:
                return PowerOf(part) * (int)exponent.Numerator;
            default:
                return null;
        }
    }
}
