using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Amounts that are only added, subtracted and multiplied by numbers, so that their units say what they are.</summary>
public static class PlainAmount
{
    /// <summary>Whether an expression is such an amount.</summary>
    public static bool Is(Expression expression) => expression switch
    {
        Quantity { Value: var value } => !QuantityReading.HasUnit(value),
        Call { Operation: Operation.Negate or Operation.Add } sum => sum.Arguments.All(Is),
        Call { Operation: Operation.Multiply } product => product.Arguments.Count(QuantityReading.HasUnit) == 1
            && product.Arguments.All(factor => !QuantityReading.HasUnit(factor) || Is(factor)),
        Call { Operation: Operation.Divide, Arguments: [var amount, var number] } => Is(amount) && !QuantityReading.HasUnit(number),
        _ => false,
    };

    /// <summary>Whether nothing is done with the amounts but adding: "4 dozen eggs × 12 = 48 eggs" multiplies by what a dozen is.</summary>
    public static bool IsSum(Expression expression) => expression switch
    {
        Quantity { Value: var value } => !QuantityReading.HasUnit(value),
        Call { Operation: Operation.Negate or Operation.Add } sum => sum.Arguments.All(IsSum),
        _ => false,
    };

    /// <summary>Whether counts of dozens, tens or tenths are added to a result that is one too. "14 + 28 = 42 pairs" names what is counted,
    /// and "20 pairs + 30 pairs = 50" needs no number of shoes.</summary>
    public static bool AreCounts(Expression left, Expression right) => QuantityReading.HasUnit(left) && IsCount(left) && IsCount(right)
        && (QuantityReading.HasUnit(right) || AddsUnlike(left)
            || left is Call { Operation: Operation.Add } sum && sum.Arguments.Any(term => !QuantityReading.HasUnit(term)));

    private static bool IsCount(Expression expression) => expression switch
    {
        NumberLiteral => true,
        Call { Operation: Operation.Negate or Operation.Add } sum => sum.Arguments.All(IsCount),
        _ => IsSum(expression),
    };

    /// <summary>Whether it is written in one unit or in several that follow one another, and nothing is calculated: <c>5 m</c>,
    /// <c>5 m 20 cm</c>.</summary>
    public static bool IsWritten(Expression expression) => expression switch
    {
        Quantity { Value: NumberLiteral } => true,
        Call { Operation: Operation.Negate, Arguments: [Quantity { Value: NumberLiteral }] } => true,
        Call { Operation: Operation.Add, Arguments.Length: <= 4 } sum =>
            sum.Arguments.All(term => term is Quantity { Value: NumberLiteral })
            && sum.Arguments.OfType<Quantity>().Select(term => term.Unit).Distinct(StringComparer.Ordinal).Count() == sum.Arguments.Length,
        _ => false,
    };

    /// <summary>Whether amounts alone are multiplied and divided, two or more of them, and come to one: "45 mph × 20 min = 900
    /// miles".</summary>
    public static bool Multiplies(Expression left, Expression right) => right is Quantity { Value: NumberLiteral }
        && left is Call { Operation: Operation.Multiply or Operation.Divide } product
        && product.Arguments.Append(right).All(factor => factor is Quantity { Value: NumberLiteral, Unit: var unit }
            && UnitSize.Readings(unit).All(IsPhysical));

    /// <summary>Whether it says itself how many of one unit another has, <c>1.609344 km/mi</c>: then nothing is rounded but what is
    /// written.</summary>
    public static bool StatesFactor(Expression expression) => ExpressionInspector.Nodes(expression).Any(node =>
        node is Quantity { Unit: var unit } && unit.Contains('/', StringComparison.Ordinal)
            && CompoundUnit.Readings(unit, out var length).Any(reading => length == unit.Length
            && reading.Dimension.IsNumber && reading.Terms.Count > 1));

    // Nothing that is bought or counted, of which words leave out what it is "per".
    private static bool IsPhysical(UnitSize size) => size is { IsCertain: true, IsAverage: false, Noun: "", Dimension.IsNumber: false }
        && !Enum.GetValues<BaseQuantity>().Any(quantity => quantity >= BaseQuantity.Dollar && size.Dimension[quantity] != 0);

    /// <summary>Whether amounts in different units are added: <c>3 m + 50 cm</c>.</summary>
    public static bool AddsUnlike(Expression expression) => expression is Call { Operation: Operation.Add } sum && sum.Arguments.All(Is)
        && sum.Arguments.SelectMany(ExpressionInspector.Nodes).OfType<Quantity>().Select(quantity => quantity.Unit)
            .Distinct(StringComparer.Ordinal).Count() > 1;
}
