using System.Numerics;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>The first terms of a function's series at zero, <c>sin x = x - x³/6 + …</c>, held against its derivatives there (Taylor:
/// the coefficient of xᵏ is the k-th derivative at 0 over k!).</summary>
public static class TaylorHead
{
    private const int HighestPower = 9;

    /// <summary>The first power whose coefficient is proven to be another than the one shown; null where none is, or the right side is no
    /// head of a series by rising powers of the one letter.</summary>
    /// <param name="left">The function.</param>
    /// <param name="right">Its terms, dots behind them.</param>
    /// <param name="numeric">Compares the coefficients.</param>
    public static (int Power, Expression Right, Rational Stated)? Mistake(Expression left, Expression right, NumericJudge numeric)
    {
        ArgumentNullException.ThrowIfNull(numeric);
        if (right is not Call { Operation: Operation.ContinuedSum } sum || !sum.Arguments[^1].Equals(Constant.Infinity)
            || ExpressionInspector.Symbols(left, right) is not { Count: 1 } names || ExpressionInspector.IsClosed(left))
            return null;
        var name = names.First();
        var stated = new Rational[HighestPower + 1];
        Array.Fill(stated, Rational.Zero);
        var last = -1;
        foreach (var term in sum.Arguments.SkipLast(1))
        {
            if (Monomial(term, name) is not var (power, coefficient) || power <= last || power > HighestPower)
                return null;
            stated[last = power] = coefficient;
        }

        return last < 1 ? null : Mistake(left, name, stated.AsSpan(0, last + 1), numeric);
    }

    private static (int Power, Expression Right, Rational Stated)? Mistake(Expression function, string name, ReadOnlySpan<Rational> stated,
        NumericJudge numeric)
    {
        var factorial = BigInteger.One;
        Expression? derivative = function;
        for (var power = 0; power < stated.Length && derivative is not null; power++)
        {
            factorial *= Math.Max(1, power);
            var value = Compose.Quotient(Compose.Substitute(derivative, name, Compose.Zero), Compose.Number(new Rational(factorial, 1)));
            switch (numeric.Equal(value, Compose.Number(stated[power])).Verdict)
            {
                case Verdict.Holds:
                    derivative = Differentiator.Of(derivative, name);
                    continue;
                case Verdict.Fails:
                    return (power, value, stated[power]);
                default:
                    return null;
            }
        }

        return null;
    }

    // c·xᵏ
    private static (int Power, Rational Coefficient)? Monomial(Expression term, string name)
    {
        if (RationalFunction.From(term) is not { IsPolynomial: true, Bottom.ConstantValue: { IsZero: false } bottom } quotient
            || UnivariatePolynomial.From(quotient.Top, name) is not { } polynomial)
            return null;
        var own = polynomial.Coefficients.Select((value, power) => (Value: value, Power: power)).Where(each => !each.Value.IsZero).ToList();
        return own is [var only] ? (only.Power, only.Value / bottom) : null;
    }
}
