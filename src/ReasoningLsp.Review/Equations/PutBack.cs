using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Review.Equations;

/// <summary>Values of several letters, put back into an equation that they are said to solve.</summary>
internal static class PutBack
{
    /// <summary>Whether an expression has one exact value: no unit, no sign of a rounded or doubled one.</summary>
    public static bool IsExact(Expression value) => !ExpressionInspector.Nodes(value).Any(node => node is Quantity or FunctionValue
        or Collection or Call { Operation: Operation.PlusMinus or Operation.Degrees or Operation.Percent }
        or NumberLiteral { Decimals: > 0 });

    /// <summary>Whether an equation ties its letters, and values decide it.</summary>
    public static bool CanTell(EquationFact fact) => !fact.IsRewriting && !fact.IsImpossible
        && fact.Difference is { IsPolynomial: true } && IsExact(fact.Left) && IsExact(fact.Right);

    /// <summary>Whether the values certainly do not satisfy the equation.</summary>
    public static bool Fails(StepContext context, EquationFact fact, ImmutableArray<(string Name, Expression Value)> values) =>
        Judged(context, fact, values).Verdict == Verdict.Fails;

    /// <summary>Reports that they do not.</summary>
    public static void Report(StepContext context, Rule rule, TextSpan span, string said, EquationFact fact,
        ImmutableArray<(string Name, Expression Value)> values)
    {
        var (left, right) = Sides(context, fact, values);
        context.Report(new Draft(rule, span, $"{said} does not satisfy {fact.Key}: the left side is {left}, the right side {right}.",
            Evidence.Of(("equation", fact.Key), ("with", said), ("left", left), ("right", right))));
    }

    /// <summary>What the sides of the equation are with the values, for people.</summary>
    public static (string Left, string Right) Sides(StepContext context, EquationFact fact,
        ImmutableArray<(string Name, Expression Value)> values)
    {
        var judgment = Judged(context, fact, values);
        return (ValueText.Of(judgment.Left), ValueText.Of(judgment.Right));
    }

    private static Judgment Judged(StepContext context, EquationFact fact, ImmutableArray<(string Name, Expression Value)> values) =>
        context.Tools.Links.JudgeReading(With(fact.Left, values), With(fact.Right, values));

    private static Expression With(Expression side, ImmutableArray<(string Name, Expression Value)> values) =>
        values.Aggregate(side, (rewritten, value) => ExpressionRewriter.PutIn(rewritten, value.Name, value.Value));
}
