using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Checking;

namespace ReasoningLsp.Review.Equations;

/// <summary>A polynomial of the problem written as products or squares: <c>x² - 5x - 14 = (x - 7)(x + 2)</c>,
/// <c>f(x) = (x - 3)² + 1</c>.</summary>
internal static class NewForm
{
    private const int Problem = -1;

    /// <summary>Whether an equality takes the polynomial of a function, or of an equation with zero, that the problem states and can only
    /// mean to write it anew.</summary>
    public static bool IsOfProblem(StepContext context, Expression left, Expression right) => MayBe(left, right)
        && context.Facts.PlacedEquationsOn(ExpressionInspector.Symbols(left)) is var placed
        && placed.Any(place => place.Step == Problem && (place.Fact.Left is FunctionValue { Arguments: [Symbol] }
            ? place.Fact.Right.Equals(left) : place.Fact.Left.Equals(left) && place.Fact.Right is NumberLiteral { Value.IsZero: true }))
        && !placed.Any(place => place.Fact.Left.Equals(right) || place.Fact.Right.Equals(right));

    /// <summary>What the problem says that a function is, where a step says it in another form; null where that may be another
    /// function.</summary>
    public static Expression? DefinitionOf(StepContext context, FunctionValue function, Expression right)
    {
        var facts = context.Facts.PlacedEquationsOn([function.Key]).Where(place => place.Fact.Left.Equals(function)).ToList();
        return facts.Where(place => place.Step == Problem).ToList() is [{ Fact.Right: var body }] && MayBe(body, right)
            && facts.All(place => place.Step == Problem || context.Tools.Identities.Compare(body, place.Fact.Right).Agrees)
            ? body : null;
    }

    // Of one degree from two on, with the same first coefficient: a line or a number beside it would make it an equation.
    private static bool MayBe(Expression left, Expression right) => IsForm(right)
        && ExpressionInspector.Symbols(left, right) is { Count: 1 } names && names.First() is var name
        && Of(left, name) is { Degree: >= 2 } a && Of(right, name) is { } b
        && a.Degree == b.Degree && a.Coefficients[^1] == b.Coefficients[^1];

    private static UnivariatePolynomial? Of(Expression side, string name) =>
        RationalFunction.From(side) is { IsPolynomial: true, Bottom.ConstantValue: { } bottom, Top: var top }
        && UnivariatePolynomial.From(top, name) is { } polynomial
            ? polynomial with { Coefficients = [.. polynomial.Coefficients.Select(coefficient => coefficient / bottom)] } : null;

    private static bool IsForm(Expression side) => ExpressionInspector.Nodes(side).Any(node =>
        node is Call { Operation: Operation.Power or Operation.Multiply } call && call.Arguments.Any(factor =>
            factor is Call { Operation: Operation.Add } || (call.Operation == Operation.Multiply
                && factor is Call { Operation: Operation.Power, Arguments: [Call { Operation: Operation.Add }, ..] })));
}
