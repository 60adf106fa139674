using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>Two equations in the same roots and powers, of which one is a multiple of the other but for a number: "2√(x + 1) + 3 = 9",
/// then "2√(x + 1) = 12". No value of the letters solves both.</summary>
internal static class SharedAtoms
{
    private const int FewestTerms = 2;

    /// <summary>What shows it, for a person; null where they differ by more, or by nothing.</summary>
    public static string? DifferByNumber(EquationFact first, EquationFact second)
    {
        if (!HasRoot(first.Left) && !HasRoot(first.Right) || first.Left.Equals(second.Left)
            || Difference(first) is not { } f || Difference(second) is not { } g || f.Terms.Count <= FewestTerms)
            return null;
        var term = g.Terms.FirstOrDefault(part => part.Key.Degree > 0);
        if (term.Key is null || term.Value.IsZero || !f.Terms.TryGetValue(term.Key, out var coefficient))
            return null;
        return f.Add(g.Scale(-coefficient / term.Value))?.ConstantValue is { IsZero: false } number
            ? $": they differ by {Rational.Abs(number)} whatever {string.Join(", ", first.Symbols.Order(StringComparer.Ordinal))} is"
            : null;
    }

    // Left minus right, every root and power that is no polynomial taken for a letter of its own.
    private static Polynomial? Difference(EquationFact fact)
    {
        if (ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right)).Any(node => node is Quantity or Collection
            or FunctionValue or NumberLiteral { Decimals: > 0 } or Call { Operation: Operation.PlusMinus or Operation.Degrees }))
            return null;
        return RationalFunction.Difference(Named(fact.Left), Named(fact.Right)) is { IsPolynomial: true, Top: var top, Bottom: var bottom }
            && bottom.ConstantValue is { IsZero: false } scale ? top.Scale(Rational.One / scale) : null;
    }

    private static Expression Named(Expression side) =>
        ExpressionRewriter.Rewrite(side, node => IsRoot(node) ? new Symbol($"[{node.Key}]") : null);

    private static bool HasRoot(Expression side) => ExpressionInspector.Nodes(side).Any(IsRoot);

    private static bool IsRoot(Expression node) => node is Call { Operation: Operation.Root or Operation.Exp }
        or Call { Operation: Operation.Power, Arguments: [_, not NumberLiteral { Value.IsInteger: true }] }
        && !ExpressionInspector.IsClosed(node);
}
