using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Recognises a calculation in bare numbers whose result is given in another unit of its kind: "0.045 · 5 · 10⁻³ = 0.225 mg" in
/// grams, "12 − 8 = 4000 m/h" in kilometres.</summary>
internal static class HiddenUnits
{
    private const int MostFactors = 600;

    // Money in cents, in hundreds, in thousands and so on.
    private static readonly Rational[] s_sumsOfMoney =
        [.. new[] { -9, -6, -3, -2, 0, 2, 3, 6, 9 }.Select(Rational.PowerOfTen)];

    private static readonly Lazy<ILookup<Dimension, Rational>> s_sizes = new(
        () => UnitTable.All.SelectMany(unit => unit.OtherFactors.Append(unit.Factor).Select(size => (unit.Dimension, size))).Distinct()
        .ToLookup(pair => pair.Dimension, pair => pair.size));

    /// <summary>Whether the numbers agree once the side without units is taken in some unit of the same kind.</summary>
    public static bool MayExplain(NumericJudge numeric, Expression left, QuantityReading a, Expression right, QuantityReading b)
    {
        var bareLeft = a.Dimension.IsNumber;
        var (bare, bareReading, named, namedReading) = bareLeft ? (left, a, right, b) : (right, b, left, a);
        if (numeric.Evaluator.Evaluate(bareReading.Expression, Evaluator.NoSymbols) is not { IsReal: true } number
            || numeric.Evaluator.Evaluate(namedReading.Expression, Evaluator.NoSymbols) is not { IsReal: true } amount)
            return false;
        if (number.Re.Range(numeric.Evaluator.Arithmetic) is not { } x || amount.Re.Range(numeric.Evaluator.Arithmetic) is not { } y
            || x.Midpoint.IsZero || y.Midpoint.IsZero)
            return false;
        var value = number.Exact ?? x.Midpoint;
        var total = amount.Exact ?? y.Midpoint;
        var factors = !CoinsAndBills.IsMoney(named) || CoinsAndBills.MayCount(value)
            ? Factors(named, namedReading.Dimension) : s_sumsOfMoney;
        return factors.Any(factor => numeric.Rounded(bare, Value.Of(value * factor), named, Value.Of(total)) != Verdict.Fails
            || value * factor == total);
    }

    // Sizes of what the dimension measures: those of the catalogue, and products and quotients of the parts of a compound unit in other
    // sizes.
    private static IEnumerable<Rational> Factors(Expression named, Dimension dimension)
    {
        var units = ExpressionInspector.Nodes(named).OfType<Quantity>()
            .Select(quantity => CompoundUnit.Readings(quantity.Unit.TrimStart('/'), out _)).Where(readings => readings.Count > 0)
            .Select(readings => readings[0]);
        IEnumerable<Rational> factors = s_sizes.Value[dimension];
        foreach (var unit in units.Where(unit => unit.Terms.Count is 2 or 3 && unit.Dimension == dimension))
        {
            IEnumerable<Rational> products = [Rational.One];
            foreach (var (part, power) in unit.Terms)
                products = products.SelectMany(
                    product => s_sizes.Value[part.Dimension].Select(size => product * size.TryPow(power, int.MaxValue)!.Value));
            factors = factors.Concat(products);
        }

        var powers = Enumerable.Range(-15, 31).Select(Rational.PowerOfTen);
        var own = units.Where(unit => unit.Dimension == dimension).Take(1).SelectMany(unit => powers.Select(power => unit.Factor * power));
        return own.Concat(factors).Distinct().Take(MostFactors);
    }
}
