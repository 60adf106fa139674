using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Products whose units do not multiply, one of them being meant per another: 3 weeks × 7 days = 21 days. What they may hide is
/// a conversion between the units that are written, and no other.</summary>
internal static class ConvertedProduct
{
    private static readonly Rational s_rounding = new(1, 100);

    /// <summary>Whether both sides are products and quotients of numbers and of amounts whose units are known.</summary>
    public static bool IsIn(Expression left, Expression right)
    {
        var units = Units(left, right).ToList();
        return units.Count > 2 && IsProduct(left) && IsProduct(right)
            && units.TrueForAll(unit => UnitSize.Readings(unit).All(size => size is { IsCertain: true, Noun: "", IsAverage: false }));
    }

    /// <summary>Whether the ratio of the two values is that of two of the units written, or of two such pairs.</summary>
    public static bool MayExplain(Expression left, Expression right, Judgment judgment)
    {
        if (judgment.Left?.Exact is not { IsZero: false } a || judgment.Right?.Exact is not { IsZero: false } b)
            return true;
        var sizes = Units(left, right).SelectMany(UnitSize.Readings).Distinct().ToList();
        var ratios = sizes.SelectMany(_ => sizes, (one, other) => (one, other)).Where(pair => pair.one.Dimension == pair.other.Dimension)
            .Select(pair => pair.one.Factor / pair.other.Factor).Distinct().ToList();
        var ratio = Rational.Abs(a / b);
        return ratios.Exists(first => ratios.Exists(second => IsNear(ratio, first * second)));
    }

    private static bool IsNear(Rational ratio, Rational factor) => Rational.Abs(ratio - factor) <= factor * s_rounding;

    private static IEnumerable<string> Units(Expression left, Expression right) =>
        ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<Quantity>().Select(quantity => quantity.Unit);

    private static bool IsProduct(Expression expression) => expression switch
    {
        NumberLiteral => true,
        Quantity { Value: var value } => IsProduct(value),
        Call { Operation: Operation.Multiply or Operation.Divide } call => call.Arguments.All(IsProduct),
        _ => false,
    };
}
