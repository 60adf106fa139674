using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>Proves that values are all the solutions of an equation that was stated before: both branches of a ±, a list that is
/// complete, the one real root of an odd power, the length whose square was given.</summary>
internal static class RootProof
{
    private const int Quadratic = 2;

    /// <summary>How it follows, for a person; null where that is not proven.</summary>
    /// <param name="left">Its left side.</param>
    /// <param name="right">Its right side.</param>
    /// <param name="facts">What was stated before, the nearest last.</param>
    /// <param name="listed">The equations of the step, which may list further values.</param>
    /// <param name="tools">The mathematics.</param>
    public static string? Of(Expression left, Expression right, ImmutableArray<EquationFact> facts, ImmutableArray<EquationFact> listed,
        Toolbox tools)
    {
        if (SignBranches.Of(right) is var (upper, lower) && !HasSigns(left))
            return facts.Reverse().FirstOrDefault(fact => AreBoth(fact, left, upper, lower, tools)) is { } equation
                ? $"{left} = {right} solves {equation.Key}" : null;
        if (left is not Symbol { Name: var name } || !ExpressionInspector.IsClosed(right) || HasSigns(right))
            return null;
        foreach (var fact in facts.Reverse())
        {
            if (fact.Symbols.Count != 1 || !fact.Symbols.Contains(name) || fact.Difference is not { IsPolynomial: true, Top: var top }
                || top.DegreeIn(name) < Quadratic || UnivariatePolynomial.From(top, name) is not { } polynomial
                || !Solves(fact, name, right, tools))
                continue;
            if (IsOnlyRoot(polynomial, name, right, tools))
                return $"{left} = {right} is the one real solution of {fact.Key} that it may have";
            if (Count(fact, name, right, listed, tools) == polynomial.DistinctRoots)
                return $"{left} = {right} solves {fact.Key}, all of whose solutions are listed";
        }

        return null;
    }

    private static bool HasSigns(Expression side) =>
        ExpressionInspector.Nodes(side).Any(node => node is Call { Operation: Operation.PlusMinus });

    // Both solve it, they are not the same, and it has two.
    private static bool AreBoth(EquationFact fact, Expression left, Expression upper, Expression lower, Toolbox tools)
    {
        if (HasSigns(fact.Left) || HasSigns(fact.Right) || fact.Difference is not { Top: { IsZero: false } top })
            return false;
        if (left is Symbol { Name: var name })
            return top.DegreeIn(name) == Quadratic && Solves(fact, name, upper, tools) && Solves(fact, name, lower, tools);
        return RationalFunction.Difference(left, upper)?.Top is { } a && RationalFunction.Difference(left, lower)?.Top is { } b
            && a.Multiply(b) is { IsZero: false } product && top.IsMultipleOf(product);
    }

    private static bool Solves(EquationFact fact, string name, Expression value, Toolbox tools)
    {
        var (a, b) = (ExpressionRewriter.PutIn(fact.Left, name, value), ExpressionRewriter.PutIn(fact.Right, name, value));
        return ExpressionInspector.IsClosed(a) && ExpressionInspector.IsClosed(b)
            ? tools.Links.JudgeReading(a, b).Verdict == Verdict.Holds : tools.Identities.Compare(a, b).Holds == true;
    }

    // x³ = -2 has one real root; AC² = 5 has one that is a length.
    private static bool IsOnlyRoot(UnivariatePolynomial polynomial, string name, Expression value, Toolbox tools)
    {
        for (var power = 1; power < polynomial.Degree; power++)
        {
            if (!polynomial.Coefficients[power].IsZero)
                return false;
        }

        return polynomial.Degree % Quadratic == 1
            || (IsSegment(name) && tools.Numeric.Compare(value, new NumberLiteral(Rational.Zero)) > 0);
    }

    // "AC", the way from A to C.
    private static bool IsSegment(string name) => name is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    private static int Count(EquationFact fact, string name, Expression value, ImmutableArray<EquationFact> listed, Toolbox tools)
    {
        var values = new List<Expression> { value };
        foreach (var other in listed)
        {
            if (other.Left is Symbol symbol && symbol.Name == name && ExpressionInspector.IsClosed(other.Right)
                && values.TrueForAll(known => tools.Links.JudgeReading(known, other.Right).Verdict == Verdict.Fails)
                && Solves(fact, name, other.Right, tools))
                values.Add(other.Right);
        }

        return values.Count;
    }
}
