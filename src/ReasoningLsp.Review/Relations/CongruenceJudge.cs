using System.Numerics;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>Judges a congruence of closed expressions; huge powers are reduced and never computed.</summary>
internal static class CongruenceJudge
{
    private static readonly Rational s_largestModulus = new(BigInteger.Pow(10, 30), 1);

    public static Judgment Judge(Toolbox tools, Expression left, Expression right, Expression modulus)
    {
        if (Modulus(tools, modulus) is not { } m || Residue(tools, left, m) is not { } a || Residue(tools, right, m) is not { } b)
            return Judgment.Unknown;
        return new Judgment(a == b ? Verdict.Holds : Verdict.Fails, Value.Of(new Rational(a, 1)), Value.Of(new Rational(b, 1)));
    }

    /// <summary>The modulus as a number; null where it is no positive integer, or too large to calculate with.</summary>
    public static BigInteger? Modulus(Toolbox tools, Expression modulus) =>
        tools.Numeric.Evaluator.Evaluate(modulus, Evaluator.NoSymbols)?.Exact is { IsInteger: true, Sign: > 0 } m && m <= s_largestModulus
        ? m.Numerator : null;

    /// <summary>The least non-negative residue; null where the expression is no integer.</summary>
    public static BigInteger? Residue(Toolbox tools, Expression expression, BigInteger modulus)
    {
        switch (expression)
        {
            case Call { Operation: Operation.Add or Operation.Multiply } call:
                var result = call.Operation == Operation.Add ? BigInteger.Zero : BigInteger.One;
                foreach (var argument in call.Arguments)
                {
                    if (Residue(tools, argument, modulus) is not { } residue)
                        return null;
                    result = Reduce(call.Operation == Operation.Add ? result + residue : result * residue, modulus);
                }

                return result;
            case Call { Operation: Operation.Negate } call:
                return Residue(tools, call.Arguments[0], modulus) is { } negated ? Reduce(-negated, modulus) : null;
            case Call { Operation: Operation.Power } call:
                return tools.Numeric.Evaluator.Evaluate(call.Arguments[1],
                    Evaluator.NoSymbols)?.Exact is { IsInteger: true, Sign: >= 0 } exponent
                    && Residue(tools, call.Arguments[0], modulus) is { } power
                    ? BigInteger.ModPow(power, exponent.Numerator, modulus)
                    : null;
            default:
                return tools.Numeric.Evaluator.Evaluate(expression, Evaluator.NoSymbols)?.Exact is { IsInteger: true } value
                    ? Reduce(value.Numerator, modulus) : null;
        }
    }

    private static BigInteger Reduce(BigInteger value, BigInteger modulus) => ((value % modulus) + modulus) % modulus;
}
