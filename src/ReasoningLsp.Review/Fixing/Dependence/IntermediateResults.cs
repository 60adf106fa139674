using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>What a calculation comes to on its way: the values of its parts, with the old numbers and with the new.</summary>
internal static class IntermediateResults
{
    /// <summary>Values of the parts of a calculation, before and after, outermost first; those that stay are left out.</summary>
    public static IEnumerable<(Rational Old, Rational? New)> Between(Expression before, Expression after, Toolbox tools)
    {
        if (Exact(before, tools) is { } x && Exact(after, tools) is { } y && x != y)
            yield return (x, y);
        var (old, @new) = (ExpressionInspector.Children(before).ToList(), ExpressionInspector.Children(after).ToList());
        if (old.Count != @new.Count)
            yield break;
        for (var i = 0; i < old.Count; i++)
        {
            foreach (var part in Between(old[i], @new[i], tools))
                yield return part;
        }

        if (before is not Call { Operation: Operation.Add or Operation.Multiply } sum || after is not Call other)
            yield break;
        for (var length = 2; length < old.Count; length++)
        {
            foreach (var part in Between(new Call(sum.Operation, sum.Arguments[..length]),
                new Call(other.Operation, other.Arguments[..length]), tools).Take(1))
                yield return part;
        }
    }

    /// <summary>The value of a closed expression where it is rational.</summary>
    public static Rational? Exact(Expression expression, Toolbox tools) =>
        tools.Numeric.Evaluator.Evaluate(expression, Evaluator.NoSymbols)?.Exact;
}
