using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>"f(x) = sin²x - 2 sin x + 2, which gives us f(x) = sin²x - 2 sin x": what a function is said to be a second time, a number away
/// from the first. As an equation it would have no solution.</summary>
internal static class SaidFunction
{
    /// <summary>The one equation with the same left side that was known before, where the right side is another function; null
    /// otherwise.</summary>
    public static EquationFact? Contradicts(StepContext context, JudgedLink link, Expression left, Expression right)
    {
        var statement = link.Statement;
        if (link.Index > 0 || left is not FunctionValue value || right is not Call || ExpressionInspector.IsClosed(right)
            || context.Facts.Traits.MovesGraphs || context.Analysis.HasCases || ClaimGuard.IsTried(statement)
            || !statement.Lexicon.Has(PhraseRole.Leads, statement.Before) || statement.Lexicon.Has(PhraseRole.Blocks, statement.Before))
            return null;
        var known = context.EquationsOn(value.Key, statement.Index)
            .Where(fact => fact.Link == 0 && fact.Left.Equals(left) && IsPlain(fact.Right)).DistinctBy(fact => fact.Key).ToList();
        return known.Count > 0 && known.TrueForAll(fact => IsApart(fact.Right, right)) ? known[0] : null;
    }

    private static bool IsPlain(Expression body) =>
        ExpressionInspector.Nodes(body).All(node => node is Call or Symbol or Constant or NumberLiteral { Decimals: 0 });

    private static bool IsApart(Expression first, Expression second) => IsPlain(second)
        && RationalFunction.Difference(first, second) is { Top: { IsZero: false } top, Bottom: var bottom } && top.IsMultipleOf(bottom)
        && ExpressionInspector.Symbols(first).SetEquals(ExpressionInspector.Symbols(second));
}
