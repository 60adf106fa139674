using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Writes polynomials whose atoms are names as expressions.</summary>
public static class PolynomialWriter
{
    /// <summary>The polynomial as a sum; an atom is the expression that <paramref name="atoms"/> gives, or a name.</summary>
    public static Expression Write(Polynomial polynomial, IReadOnlyDictionary<string, Expression>? atoms = null)
    {
        var terms = new List<Expression>();
        foreach (var (monomial, coefficient) in polynomial.Terms.OrderByDescending(term => term.Key.Degree)
            .ThenBy(term => term.Key.ToString(), StringComparer.Ordinal))
        {
            var factors = new List<Expression> { Compose.Number(coefficient) };
            foreach (var (atom, power) in monomial.Factors)
                factors.Add(Compose.Power(atoms?.GetValueOrDefault(atom) ?? new Symbol(atom), new Rational(power, 1)));
            terms.Add(Compose.Product([.. factors]));
        }

        return Compose.Sum([.. terms]);
    }
}
