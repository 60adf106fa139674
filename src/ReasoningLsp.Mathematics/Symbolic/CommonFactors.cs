using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Factors that two polynomials share, as far as they are easily seen.</summary>
internal static class CommonFactors
{
    /// <summary>Both without common powers of atoms, a common polynomial in one atom, and what they are multiples of each other
    /// by.</summary>
    public static (Polynomial Top, Polynomial Bottom) Cancel(Polynomial top, Polynomial bottom)
    {
        foreach (var atom in bottom.Atoms())
        {
            var common = Math.Min(LowestPower(top, atom), LowestPower(bottom, atom));
            if (common > 0)
                (top, bottom) = (Lower(top, atom, common), Lower(bottom, atom, common));
        }

        var atoms = bottom.Atoms();
        if (atoms.Count == 1 && UnivariatePolynomial.From(bottom, atoms.First()) is { Degree: > 0 } below
            && UnivariatePolynomial.From(top, atoms.First()) is { Degree: > 0 } above
            && UnivariatePolynomial.Gcd(above, below) is { Degree: > 0 } divisor)
            return (above.DividedBy(divisor).ToPolynomial(), below.DividedBy(divisor).ToPolynomial());
        return atoms.Count > 0 && !top.IsZero && Ratio(top, bottom) is { } ratio
            ? (Polynomial.Of(ratio), Polynomial.Of(Rational.One)) : (top, bottom);
    }

    /// <summary>The lowest power in which an atom occurs in every term.</summary>
    public static int LowestPower(Polynomial polynomial, string atom) =>
        polynomial.IsZero ? 0 : polynomial.Terms.Keys.Min(monomial => monomial.PowerOf(atom));

    /// <summary>The polynomial divided by a power of an atom that every term holds.</summary>
    public static Polynomial Lower(Polynomial polynomial, string atom, int by)
    {
        var result = Polynomial.Zero;
        foreach (var (monomial, coefficient) in polynomial.Terms)
        {
            var rest = monomial.Without(atom);
            var power = monomial.PowerOf(atom) - by;
            result = result.Add(Polynomial.Of(power > 0 ? rest * Monomial.Of(atom, power) : rest, coefficient))!;
        }

        return result;
    }

    // The number that one polynomial is of the other.
    private static Rational? Ratio(Polynomial top, Polynomial bottom)
    {
        if (top.Terms.Count != bottom.Terms.Count)
            return null;
        var (monomial, coefficient) = bottom.Terms.First();
        return top.Terms.TryGetValue(monomial, out var above) && bottom.Scale(above / coefficient).Equals(top) ? above / coefficient : null;
    }
}
