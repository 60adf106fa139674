using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Review.Relations;

/// <summary>Sums of amounts that make less than their numbers do: <c>50 mL + 50 mL = 96 mL</c> of alcohol and water, voltages out of
/// phase, <c>0.5c + 0.5c = 0.8c</c>.</summary>
internal static class OtherSums
{
    private static readonly Rational s_most = new(9, 10);

    /// <summary>Whether the amounts on the left, all of the unit on the right, may make so much less.</summary>
    public static bool MayExplain(Expression left, Expression right, Judgment judgment) =>
        left is Call { Operation: Operation.Add } sum && right is Quantity { Value: NumberLiteral, Unit: var unit }
        && sum.Arguments.All(term => term is Quantity { Value: NumberLiteral } amount && amount.Unit == unit)
        && IsLess(judgment.Left, judgment.Right, IsVolume(unit) ? s_most : Rational.Zero);

    /// <summary>Whether multiples of one letter, as of the speed of light, may make so much less.</summary>
    public static bool MayExplain(Expression left, Expression right, Value? total, Value? said) =>
        left is Call { Operation: Operation.Add } sum && Letter(right) is { } letter && sum.Arguments.All(term => Letter(term) == letter)
        && IsLess(total, said, Rational.Zero);

    private static bool IsLess(Value? total, Value? said, Rational least) =>
        total?.Exact is { } whole && said?.Exact is { } part && part < whole && part >= whole * least;

    private static bool IsVolume(string unit) => unit.EndsWith('l')
        || unit.EndsWith('L') || unit.Contains("liter", StringComparison.Ordinal)
        || unit.Contains("litre", StringComparison.Ordinal) || unit.Contains('³', StringComparison.Ordinal)
        || unit.Contains("^3", StringComparison.Ordinal);

    private static string? Letter(Expression term) => term switch
    {
        Symbol { Name: var name } => name,
        Call { Operation: Operation.Multiply, Arguments: [NumberLiteral, Symbol { Name: var name }] } => name,
        _ => null,
    };
}
