using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>A polynomial in one letter and a product beside it that is its factored form but for a sign: "x² − 7x + 10" and
/// "(x + 2)(x − 5)". Nobody sets the two equal, or both to zero, for another reason.</summary>
internal static class FactoredForm
{
    private const int HighestDegree = 4;

    /// <summary>Whether a chain sets both to zero: "x² − 7x + 10 = (x + 2)(x − 5) = 0".</summary>
    public static bool IsSlip(JudgedLink link, Expression left, Expression right) => link.Index == 0
        && link.Statement.Chain is { Signs: ["=", "=", ..], Members: [_, _, { Expression: NumberLiteral { Value.IsZero: true } }, ..] }
        && IsSlip(left, right);

    /// <summary>Whether two equations do so, one right behind the other.</summary>
    public static bool IsSlip(EquationFact first, EquationFact second, Statement statement) =>
        IsSetToZero(first) && IsSetToZero(second) && !statement.Bridge.Any(char.IsLetter) && IsSlip(first.Left, second.Left);

    private static bool IsSetToZero(EquationFact fact) => fact is { Link: 0, Right: NumberLiteral { Value.IsZero: true } };

    // The same degree and the same first and last coefficient, but for the sign of the last.
    private static bool IsSlip(Expression expanded, Expression product)
    {
        if (expanded is not Call { Operation: Operation.Add } sum || sum.Arguments.Any(HasSum) || !IsProduct(product)
            || ExpressionInspector.Symbols(expanded, product) is not { Count: 1 } names
            || Of(expanded, names.First()) is not { Degree: >= 2 and <= HighestDegree } first
            || Of(product, names.First()) is not { } second || first.Degree != second.Degree)
            return false;
        return first.Coefficients[^1] == second.Coefficients[^1] && !first.Coefficients[0].IsZero
            && Rational.Abs(first.Coefficients[0]) == Rational.Abs(second.Coefficients[0])
            && !first.Coefficients.SequenceEqual(second.Coefficients);
    }

    private static UnivariatePolynomial? Of(Expression side, string name) =>
        RationalFunction.From(side) is { IsPolynomial: true, Top: var top, Bottom.ConstantValue: { } bottom } && bottom == Rational.One
            ? UnivariatePolynomial.From(top, name) : null;

    private static bool HasSum(Expression term) =>
        ExpressionInspector.Nodes(term).Any(node => node is Call { Operation: Operation.Add });

    private static bool IsProduct(Expression side) => side is Call { Operation: Operation.Multiply } product
        && product.Arguments.Count(factor => factor is Call { Operation: Operation.Add }) > 1
        && product.Arguments.All(factor => factor is NumberLiteral or Call { Operation: Operation.Add });
}
