using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Review.Relations;

/// <summary>
/// Tells an expansion or a factorisation that went wrong from an equation: one side is a product of sums, and
/// multiplied out it has most of its terms, or all of the other's, in common with the other.
/// </summary>
internal static class NearIdentity
{
    // An equation to be solved may share a term with its other side, seldom two and half of all.
    private const int FewestShared = 2;

    /// <summary>Whether the sides are nearly the same polynomial, one of them written as a product.</summary>
    public static bool Is(Expression left, Expression right)
    {
        if (!IsProduct(left) && !IsProduct(right))
            return false;
        if (RationalFunction.From(left) is not { IsPolynomial: true } f || RationalFunction.From(right) is not { IsPolynomial: true } g)
            return false;
        if (f.Top.Multiply(g.Bottom) is not { } first || g.Top.Multiply(f.Bottom) is not { } second)
            return false;
        var shared = first.Terms.Count(term => second.Terms.TryGetValue(term.Key, out var coefficient) && coefficient == term.Value);
        return shared >= FewestShared
            && (shared * 2 >= Math.Max(first.Terms.Count, second.Terms.Count) || shared == Math.Min(first.Terms.Count, second.Terms.Count));
    }

    /// <summary>Whether the sides are polynomials that have not one term in common.</summary>
    public static bool ShareNoTerm(Expression left, Expression right) =>
        RationalFunction.From(left) is { IsPolynomial: true } f && RationalFunction.From(right) is { IsPolynomial: true } g
        && f.Top.Multiply(g.Bottom) is { } first && g.Top.Multiply(f.Bottom) is { } second
        && !first.Terms.Any(term => second.Terms.TryGetValue(term.Key, out var coefficient) && coefficient == term.Value);

    /// <summary>Whether they may be equal for values other than zero: in one symbol a number, in more something.</summary>
    public static bool HaveSolution(Expression left, Expression right)
    {
        if (RationalFunction.Difference(left, right) is not { Top: { IsZero: false } top })
            return false;
        var atoms = top.Atoms();
        return atoms.Count > 1 || (atoms.Count == 1 && UnivariatePolynomial.From(top, atoms.First()) is { Degree: >= 1 } polynomial
            && polynomial.RationalRoots().Any(root => !root.IsZero));
    }

    private static bool IsProduct(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node switch
    {
        Call { Operation: Operation.Multiply } product => product.Arguments.Any(IsSum),
        Call { Operation: Operation.Power } power => IsSum(power.Arguments[0]),
        _ => false,
    });

    private static bool IsSum(Expression expression) => expression is Call { Operation: Operation.Add };
}
