using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Recognises a chain that goes on with rounded parts: "π·4² = 3.14·16", "… sin 5° = … · 0.087".</summary>
internal static class RoundedParts
{
    private const int MostParts = 12;

    private static readonly Rational s_most = new(1, 10);

    private static readonly Rational s_half = new(1, 2);

    /// <summary>Whether the sides differ by no more than the decimals that only one of them writes may be rounded by, the other side being
    /// one that has to be rounded.</summary>
    public static bool MayExplain(Expression left, Value a, Expression right, Value b, Evaluator evaluator)
    {
        var arithmetic = evaluator.Arithmetic;
        if (ExpressionInspector.Literal(left) is not null || ExpressionInspector.Literal(right) is not null
            || a.Re.Range(arithmetic) is not { } x || b.Re.Range(arithmetic) is not { } y)
            return false;
        if ((!NeedsRounding(a) && !NeedsRounding(b)) || (x.Midpoint.IsZero && y.Midpoint.IsZero))
            return false;
        var first = ExpressionInspector.Decimals(left).ToList();
        var second = ExpressionInspector.Decimals(right).ToList();
        var size = Rational.Max(Rational.Abs(x.Midpoint), Rational.Abs(y.Midpoint));
        var share = Rational.Abs(x.Midpoint - y.Midpoint) / size;
        return share <= Doubt(second, first) || share <= Doubt(first, second)
            || Reaches(right, second, first, x.Midpoint, evaluator) || Reaches(left, first, second, y.Midpoint, evaluator);
    }

    // "(20 − √890)/9.8 = (20 − 29.83)/9.8": in a sum what is rounded counts by its place, and not by its share.
    private static bool Reaches(Expression side, List<NumberLiteral> numbers, List<NumberLiteral> others, Rational truth,
        Evaluator evaluator)
    {
        if (Doubt(numbers, others).Sign <= 0 || !ExpressionInspector.Nodes(side).Any(node => node is Call { Operation: Operation.Add }))
            return false;
        var written = others.Select(number => number.Value).ToHashSet();
        return DecimalSpread.Of(side, evaluator, s_half, number => !written.Contains(number.Value)) is { } range
            && range.Low <= truth && truth <= range.High;
    }

    // How far off the roundings of what only one side writes may put it.
    private static Rational Doubt(List<NumberLiteral> numbers, List<NumberLiteral> others)
    {
        var added = numbers.ExceptBy(others.Select(number => number.Value), number => number.Value).ToList();
        var doubt = added.Aggregate(Rational.Zero, (sum, number) => sum + (number.Place / (2 * Rational.Abs(number.Value))));
        return added.Count <= MostParts && doubt < s_most ? doubt : -Rational.One;
    }

    private static bool NeedsRounding(Value value) => value.Exact is not { } exact || !(exact * 10000).IsInteger;
}
