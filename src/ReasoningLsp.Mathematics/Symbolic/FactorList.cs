using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>An expression as a product of powers, apart what depends on a name and what does not.</summary>
/// <param name="Constant">The product of what does not depend on it.</param>
/// <param name="Powers">What does, with its rational exponents.</param>
internal sealed record FactorList(Expression Constant, ImmutableArray<(Expression Operand, Rational Exponent)> Powers)
{
    /// <summary>The factors of <paramref name="expression"/>, seen as a function of <paramref name="name"/>.</summary>
    public static FactorList Of(Expression expression, string name)
    {
        var constants = new List<Expression>();
        var powers = new List<(Expression Operand, Rational Exponent)>();
        Collect(expression, name, Rational.One, constants, powers);
        return new(Compose.Product([.. constants]), [.. powers]);
    }

    /// <summary>The product of the powers.</summary>
    public Expression Product() => Compose.Product([.. Powers.Select(power => Compose.Power(power.Operand, power.Exponent))]);

    private static void Collect(Expression expression, string name, Rational exponent, List<Expression> constants,
        List<(Expression Operand, Rational Exponent)> powers)
    {
        if (!Compose.Holds(expression, name))
        {
            constants.Add(Compose.Power(expression, exponent));
            return;
        }

        switch (expression)
        {
            case Call { Operation: Operation.Multiply } product when exponent.IsInteger:
                foreach (var factor in product.Arguments)
                    Collect(factor, name, exponent, constants, powers);
                return;
            case Call { Operation: Operation.Divide } quotient when exponent.IsInteger:
                Collect(quotient.Arguments[0], name, exponent, constants, powers);
                Collect(quotient.Arguments[1], name, -exponent, constants, powers);
                return;
            case Call { Operation: Operation.Negate } negated when exponent.IsInteger:
                constants.Add(Compose.Power(Compose.Number(-Rational.One), exponent));
                Collect(negated.Arguments[0], name, exponent, constants, powers);
                return;
            case Call { Operation: Operation.Power } power when Compose.Value(power.Arguments[1]) is { } inner
            && (inner.IsInteger || exponent == Rational.One):
                Collect(power.Arguments[0], name, exponent * inner, constants, powers);
                return;
            case Call { Operation: Operation.Root } root when exponent.IsInteger && Compose.Value(root.Arguments[1]) is { Sign: > 0 } index:
                Collect(root.Arguments[0], name, exponent / index, constants, powers);
                return;
        }

        var at = powers.FindIndex(power => power.Operand.Equals(expression));
        if (at < 0)
            powers.Add((expression, exponent));
        else if ((powers[at].Exponent + exponent) is { IsZero: false } sum)
            powers[at] = (expression, sum);
        else
            powers.RemoveAt(at);
    }
}
