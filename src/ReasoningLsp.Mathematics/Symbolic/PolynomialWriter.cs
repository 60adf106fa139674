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
        return Compose.Sum([.. Terms(polynomial).Select(term => Term(term.Key, term.Value, atoms))]);
    }

    /// <summary>The polynomial as people write it, <c>a - b</c>: what is subtracted stands behind a minus.</summary>
    public static Expression WriteForPeople(Polynomial polynomial)
    {
        Expression? sum = null;
        foreach (var (monomial, coefficient) in Terms(polynomial))
        {
            sum = sum is null ? Term(monomial, coefficient, null)
                : coefficient.Sign < 0 ? Call.Minus(sum, Term(monomial, -coefficient, null))
                : Compose.Sum(sum, Term(monomial, coefficient, null));
        }

        return sum ?? Compose.Number(Rational.Zero);
    }

    private static IEnumerable<KeyValuePair<Monomial, Rational>> Terms(Polynomial polynomial) => polynomial.Terms
        .OrderByDescending(term => term.Key.Degree).ThenBy(term => term.Key.ToString(), StringComparer.Ordinal);

    private static Expression Term(Monomial monomial, Rational coefficient, IReadOnlyDictionary<string, Expression>? atoms)
    {
        var factors = new List<Expression> { Compose.Number(coefficient) };
        foreach (var (atom, power) in monomial.Factors)
            factors.Add(Compose.Power(atoms?.GetValueOrDefault(atom) ?? new Symbol(atom), new Rational(power, 1)));
        return Compose.Product([.. factors]);
    }
}
