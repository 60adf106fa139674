using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares two expressions as functions of their names, at points on both sides of zero.</summary>
internal sealed class PointTest(Evaluator evaluator)
{
    private const int FewestPoints = 4;
    private const int MostNames = 8;

    private static readonly ImmutableArray<ImmutableArray<Rational>> s_positive =
    [
        [5, 3, 7, 4, 11, 6, 13, 9], [3, 8, 4, 10, 6, 12, 5, 7], [8, 2, 9, 5, 10, 3, 12, 7], [6, 4, 3, 9, 2, 8, 5, 10],
        [new(7, 3), new(13, 5), new(5, 4), new(17, 7), new(11, 6), new(23, 9), new(19, 8), new(29, 12)],
        [new(9, 4), new(8, 5), new(15, 7), new(7, 6), new(31, 9), new(10, 3), new(13, 8), new(17, 12)],
        [new(1, 3), new(2, 5), new(3, 7), new(4, 9), new(2, 7), new(5, 11), new(3, 8), new(1, 6)],
        [new(3, 5), new(1, 4), new(5, 9), new(2, 3), new(1, 7), new(7, 11), new(5, 8), new(5, 6)],
    ];

    private static readonly ImmutableArray<ImmutableArray<Rational>> s_negative =
    [
        [-5, 3, -7, -4, 11, -6, 13, -9], [-3, -2, 4, 10, -6, 12, -5, 7],
        [new(-1, 3), new(-2, 5), new(3, 7), new(-4, 9), new(2, 7), new(-5, 11), new(3, 8), new(-1, 6)],
    ];

    /// <summary>True where they agree at every point, false where they agree at none or differ though no root hides a sign, else
    /// null.</summary>
    public bool? Compare(Expression left, Expression right)
    {
        var names = ExpressionInspector.Symbols(left);
        names.UnionWith(ExpressionInspector.Symbols(right));
        if (names.Count > MostNames)
            return null;
        var ordered = names.Order(StringComparer.Ordinal).ToImmutableArray();
        var (equal, different) = Count(left, right, ordered, s_positive);
        if (different > 0)
            return equal == 0 && different >= FewestPoints ? false : null;
        if (equal < FewestPoints)
            return null;
        if (Count(left, right, ordered, s_negative).Different == 0)
            return true;
        return HidesSign(left) || HidesSign(right) ? null : false;
    }

    private (int Equal, int Different) Count(Expression left, Expression right, ImmutableArray<string> names,
        ImmutableArray<ImmutableArray<Rational>> points)
    {
        int equal = 0, different = 0;
        foreach (var point in points)
        {
            var symbols = names.Select((name, index) => (name, index))
                .ToDictionary(pair => pair.name, pair => Value.Of(point[pair.index % point.Length]), StringComparer.Ordinal);
            // Where a root leaves the real numbers, the branch is a matter of taste.
            if (evaluator.Evaluate(left, symbols) is not { } a || evaluator.Evaluate(right, symbols) is not { } b
                || (points == s_negative && !(a.IsReal && b.IsReal)))
                continue;
            if (a.IsApartFrom(b, evaluator.Arithmetic))
                different++;
            else
                equal++;
        }

        return (equal, different);
    }

    private static bool HidesSign(Expression expression) =>
        ExpressionInspector.Nodes(expression)
        .Any(node => node is Call { Operation: Operation.Root or Operation.Ln or Operation.Log }
        or Call { Operation: Operation.Power, Arguments: [_, not NumberLiteral { Value.IsInteger: true }] });
}
