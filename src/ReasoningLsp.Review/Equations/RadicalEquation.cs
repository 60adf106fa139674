using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Review.Equations;

/// <summary>An equation in one letter with one square root over the letter: √(2x + 3) = x.</summary>
internal static class RadicalEquation
{
    // No name in a text is written so.
    private const string Root = "√";

    /// <summary>The polynomial that is zero wherever the equation holds, both sides squared with the root alone on one; null where it is
    /// no such equation.</summary>
    public static Polynomial? Squared(Analysis.EquationFact fact)
    {
        if (fact.Symbols.Count != 1)
            return null;
        var roots = ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right)).OfType<Call>()
            .Where(call => call.Operation == Operation.Root && !ExpressionInspector.IsClosed(call)).Distinct().ToList();
        if (roots is not [{ Arguments: [var inner, NumberLiteral { Value: var index }] } root] || index != 2)
            return null;
        Expression Named(Expression side) => ExpressionRewriter.Rewrite(side, node => node.Equals(root) ? new Symbol(Root) : null);
        return RationalFunction.Difference(Named(fact.Left), Named(fact.Right)) is
        {
            IsPolynomial: true, Bottom.ConstantValue: not null, Top: var top
        }
            && top.DegreeIn(Root) == 1 && RationalFunction.From(inner) is { IsPolynomial: true, Bottom.ConstantValue: { } bottom } under
            && top.Coefficient(Root, 1).Power(2)?.Multiply(under.Top) is { } left
            && top.Coefficient(Root, 0).Power(2)?.Scale(-bottom) is { } right && left.Add(right) is { IsZero: false } squared
            && squared.Atoms().SetEquals(fact.Symbols) ? squared : null;
    }
}
