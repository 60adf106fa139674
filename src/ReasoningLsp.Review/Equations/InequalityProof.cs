using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>Proves that an inequality is one that was stated before, with the same added to both sides or both multiplied by a
/// positive number: <c>2x - 4 &gt; 6</c>, so <c>x &gt; 5</c>.</summary>
internal static class InequalityProof
{
    private const int MostStatements = 8;

    /// <summary>How it follows, for a person; null where that is not proven.</summary>
    /// <param name="left">Its left side.</param>
    /// <param name="sign">Its sign.</param>
    /// <param name="right">Its right side.</param>
    /// <param name="before">The statements before it, in order.</param>
    public static string? Of(Expression left, string sign, Expression right, IEnumerable<Statement> before)
    {
        if (Excess(left, sign, right) is not { } own)
            return null;
        foreach (var statement in before.TakeLast(MostStatements).Reverse())
        {
            var chain = statement.Chain;
            for (var i = 0; i < chain.Signs.Length; i++)
            {
                if (chain.Members[i].Expression is { } a && chain.Members[i + 1].Expression is { } b
                    && !(chain.Signs[i] == sign && a.Equals(left) && b.Equals(right))
                    && Excess(a, chain.Signs[i], b) is { } other && (other.IsStrict || !own.IsStrict)
                    && IsPositiveMultiple(own.Excess, other.Excess))
                    return $"{left} {sign} {right} follows from {a} {chain.Signs[i]} {b}";
            }
        }

        return null;
    }

    // What is above zero, or not below it.
    private static (Polynomial Excess, bool IsStrict)? Excess(Expression left, string sign, Expression right)
    {
        var (greater, less) = sign switch
        {
            ">" or "≥" => (left, right),
            "<" or "≤" => (right, left),
            _ => (null, null),
        };
        return greater is not null && less is not null
            && RationalFunction.Difference(greater, less) is { IsPolynomial: true, Top: { IsZero: false } top } difference
            && difference.Bottom.ConstantValue is { IsZero: false } bottom
            ? (top.Scale(Rational.One / bottom), sign is "<" or ">") : null;
    }

    private static bool IsPositiveMultiple(Polynomial polynomial, Polynomial other)
    {
        if (!polynomial.IsMultipleOf(other))
            return false;
        var (monomial, coefficient) = other.Terms.First();
        return polynomial.Terms[monomial].Sign == coefficient.Sign;
    }
}
