using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>Two equations in sines, cosines and tangents of one angle: with the tangent of its half, t, each is a polynomial, and
/// polynomials without a common root have no angle in common.</summary>
internal static class CircleEquations
{
    private const string Name = "[t]";
    private const int HighestDegree = 24;

    private static readonly Symbol s_t = new(Name);
    private static readonly NumberLiteral s_one = new(Rational.One), s_two = new(2), s_zero = new(Rational.Zero);
    private static readonly Expression s_square = Call.Of(Operation.Power, s_t, s_two);
    private static readonly Expression s_sine = Over(Call.Of(Operation.Multiply, s_two, s_t), Call.Of(Operation.Add, s_one, s_square));
    private static readonly Expression s_cosine = Over(Call.Minus(s_one, s_square), Call.Of(Operation.Add, s_one, s_square));
    private static readonly UnivariatePolynomial s_never = new(Name, [Rational.One, Rational.Zero, Rational.One]);

    /// <summary>What is told where no angle solves both; null where one does, or nothing is certain.</summary>
    public static string? Apart(EquationFact first, EquationFact second)
    {
        if (first.Symbols.Count != 1 || !first.Symbols.SetEquals(second.Symbols))
            return null;
        Expression[] sides = [first.Left, first.Right, second.Left, second.Right];
        var angles = sides.SelectMany(ExpressionInspector.Nodes).OfType<Call>().Where(IsOfCircle).Select(node => node.Arguments[0])
            .Distinct().Take(2).ToList();
        if (angles is not [var angle] || InTangent(first, angle) is not { } p || InTangent(second, angle) is not { } q
            || (HoldsAtHalfTurn(first, angle) && HoldsAtHalfTurn(second, angle)))
            return null;
        var common = UnivariatePolynomial.Gcd(p, q);
        // t² + 1 is never zero.
        while (common.Degree > 1 && UnivariatePolynomial.Gcd(common, s_never).Degree == s_never.Degree)
            common = common.DividedBy(s_never);
        return common.Degree == 0 ? $": no value of {first.Symbols.First()} solves both" : null;
    }

    private static UnivariatePolynomial? InTangent(EquationFact fact, Expression angle)
    {
        var (left, right) = (Named(fact.Left, angle, s_sine, s_cosine), Named(fact.Right, angle, s_sine, s_cosine));
        return RationalFunction.Difference(left, right) is { IsPolynomial: true, Top: { IsZero: false } top }
            && top.Atoms().SetEquals([Name]) && UnivariatePolynomial.From(top, Name) is { Degree: >= 1 and <= HighestDegree } result
            ? result : null;
    }

    private static bool HoldsAtHalfTurn(EquationFact fact, Expression angle)
    {
        Expression At(Expression side) => Named(side, angle, s_zero, new NumberLiteral(-Rational.One));
        return RationalFunction.Difference(At(fact.Left), At(fact.Right)) is { Top.IsZero: true };
    }

    private static Expression Named(Expression side, Expression angle, Expression sine, Expression cosine) =>
        ExpressionRewriter.Rewrite(side, node => node is not Call call || !IsOfCircle(call) || !call.Arguments[0].Equals(angle) ? null
            : call.Operation switch
            {
                Operation.Sin => sine,
                Operation.Cos => cosine,
                Operation.Tan => Over(sine, cosine),
                Operation.Cot => Over(cosine, sine),
                Operation.Sec => Over(s_one, cosine),
                _ => Over(s_one, sine),
            });

    private static bool IsOfCircle(Call call) => call.Operation is Operation.Sin or Operation.Cos or Operation.Tan or Operation.Cot
        or Operation.Sec or Operation.Csc;

    private static Call Over(Expression top, Expression bottom) => Call.Of(Operation.Divide, top, bottom);
}
