using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Judges sums of angles in degrees, exactly and in degrees; angles that differ by whole turns may be one direction.</summary>
internal static class AngleJudge
{
    private const int FullTurn = 360;

    /// <summary>The verdict, with both values in degrees; null where a side is no such sum.</summary>
    public static Judgment? Judge(NumericJudge numeric, Expression left, Expression right)
    {
        if (!IsAngle(left) || !IsAngle(right))
            return null;
        var judgment = numeric.Equal(ExpressionRewriter.WithoutDegrees(left), ExpressionRewriter.WithoutDegrees(right)) with { Unit = "°" };
        return judgment.Verdict == Verdict.Fails && judgment.Left?.Exact is { } a && judgment.Right?.Exact is { } b
            && ((a - b) / FullTurn).IsInteger
            ? judgment.Doubted(DoubtKind.Meaning, "angles that differ by whole turns may be one direction") : judgment;
    }

    private static bool IsAngle(Expression expression) => expression switch
    {
        Call { Operation: Operation.Degrees, Arguments: [var number] } => !HasDegrees(number),
        Call { Operation: Operation.Negate or Operation.Add } sum => sum.Arguments.All(IsAngle),
        Call { Operation: Operation.Multiply } product => product.Arguments.Count(HasDegrees) == 1
            && product.Arguments.All(factor => !HasDegrees(factor) || IsAngle(factor)),
        Call { Operation: Operation.Divide, Arguments: [var angle, var number] } => IsAngle(angle) && !HasDegrees(number),
        _ => false,
    };

    private static bool HasDegrees(Expression expression) =>
        ExpressionInspector.Nodes(expression).Any(node => node is Call { Operation: Operation.Degrees });
}
