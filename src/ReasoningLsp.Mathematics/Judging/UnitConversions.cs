using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Recognises that a mismatch may be a change of units that the equation does not spell out.</summary>
internal static class UnitConversions
{
    private static readonly Rational[] s_time = [60, 3600, 86400, 24, 7, 168, 1440, 10080, 12, 52, 365, 366, 30, 31, 28, 4, 10, 100, 360, 5,
        2];
    private static readonly Rational[] s_length = [12, 3, 36, 5280, 1760, 10, 100, 1000, 144, 9, 10000, 1000000, 1728, 27, new(254, 100),
        new(3048, 1000), new(16, 10), new(1609, 1000)];
    private static readonly Rational[] s_money = [100, 25, 10, 5, 50, 20, 4];
    private static readonly Rational s_cents = 100;

    private static readonly Rational[] s_amount = [12, 2, 20, 144, 16, 2000, 1000, 4, 8, 128, 3, 32, 6, 10, 100, 5, 500];

    /// <summary>Whether the ratio of the two values is a conversion factor of a kind of unit that occurs.</summary>
    public static bool MayExplain(Expression left, Expression right, Judgment judgment)
    {
        if (judgment.Left?.Exact is not { IsZero: false } a || judgment.Right?.Exact is not { IsZero: false } b)
            return false;
        var units = ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<Quantity>()
            .Select(quantity => quantity.Unit.ToLowerInvariant()).ToList();
        // One unit throughout leaves nothing to convert.
        if (units.Count == 0 || (units.Select(unit => unit.TrimEnd('s')).Distinct().Count() == 1 && !ExpressionInspector.IsLiteral(left)))
            return false;
        var ratio = a > b ? a / b : b / a;
        if (units.All(CoinsAndBills.IsMoney) && BareOf(left, a, right, b) is { } bare && !CoinsAndBills.MayCount(bare))
            return Rational.Abs(ratio - s_cents) <= Rational.One;
        return FactorsOf(units).Any(factor => Rational.Abs(ratio - factor) <= factor * new Rational(1, 100));
    }

    // The value of the only side without a unit.
    private static Rational? BareOf(Expression left, Rational a, Expression right, Rational b) =>
        (QuantityReading.HasUnit(left), QuantityReading.HasUnit(right)) switch
        {
            (false, true) => a,
            (true, false) => b,
            _ => null,
        };

    private static IEnumerable<Rational> FactorsOf(List<string> units)
    {
        if (units.Any(unit => Has(unit, "hour", "minute", "second", "day", "week", "month", "year", "mph", "hr", "min", "sec", "km/h",
            "decade", "century", "quarter", " h")))
        {
            foreach (var factor in s_time)
                yield return factor;
        }

        if (units.Any(unit => Has(unit, "mile", "foot", "feet", "inch", "yard", "meter", "metre", "cm", "km", "mm", "ft", "m")))
        {
            foreach (var factor in s_length)
                yield return factor;
        }

        if (units.Any(unit => Has(unit, "$", "cent", "dollar", "¢", "penn", "dime", "nickel", "quarter", "coin", "bill", "€", "£")))
        {
            foreach (var factor in s_money)
                yield return factor;
        }

        if (units.Any(unit => Has(unit, "dozen", "pair", "gross", "score", "pound", "ounce", "oz", "lb", "ton", "gram", "kg", "liter",
            "litre", "ml", "cup", "pint", "quart", "gallon", "spoon", "pack", "box", "set", "couple", "thousand", "hundred", "million",
            "carton", "case", "bag")))
        {
            foreach (var factor in s_amount)
                yield return factor;
        }
    }

    private static bool Has(string unit, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (unit.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
