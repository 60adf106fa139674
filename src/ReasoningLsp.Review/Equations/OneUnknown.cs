using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Review.Equations;

/// <summary>Two sides of a relation in one letter, one minus the other.</summary>
internal static class OneUnknown
{
    /// <summary>Left minus right as a polynomial in the one letter of both, and the sign of the number that it is over; null where it has
    /// no such form, or a side is an amount.</summary>
    public static (UnivariatePolynomial Difference, int Sign)? Of(Expression left, Expression right) =>
        RationalFunction.Difference(left, right) is { IsPolynomial: true, Bottom.ConstantValue: { } bottom, Top: var top }
        && top.Atoms() is { Count: 1 } atoms
        && !ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).Any(node => node is Quantity)
        && UnivariatePolynomial.From(top, atoms.First()) is { Degree: >= 1 } difference ? (difference, bottom.Sign) : null;
}
