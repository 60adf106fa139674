using ReasoningLsp.Mathematics.Algebra;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>The polynomial whose square another one is.</summary>
internal static class PerfectSquare
{
    private const int MostTerms = 12;

    /// <summary>A polynomial whose square is <paramref name="square"/>; null where there is none with rational coefficients. Term by term
    /// from the highest: twice the first term times the next is what is missing.</summary>
    public static Polynomial? RootOf(Polynomial square)
    {
        if (square.IsZero || square.Terms.Count < 2 || square.Terms.Count > MostTerms * MostTerms)
            return null;
        var order = Comparer<Monomial>.Create(Compare);
        var (highest, coefficient) = square.Terms.OrderByDescending(term => term.Key, order).First();
        if (coefficient.Sign < 0 || !coefficient.TryRoot(2, out var first) || Halved(highest) is not { } half)
            return null;
        var root = Polynomial.Of(half, first);
        for (var count = 0; count < MostTerms; count++)
        {
            if (root.Multiply(root) is not { } reached || square.Add(reached.Scale(-1)) is not { } rest)
                return null;
            if (rest.IsZero)
                return root;
            var (monomial, value) = rest.Terms.OrderByDescending(term => term.Key, order).First();
            if (Quotient(monomial, half) is not { } next || Compare(next, half) >= 0
                || root.Add(Polynomial.Of(next, value / (2 * first))) is not { } longer)
                return null;
            root = longer;
        }

        return null;
    }

    private static int Compare(Monomial? x, Monomial? y)
    {
        var names = x!.Factors.ToArray().Select(factor => factor.Atom).Concat(y!.Factors.ToArray().Select(factor => factor.Atom))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var byDegree = x.Degree.CompareTo(y.Degree);
        return byDegree != 0 ? byDegree : names.Select(name => x.PowerOf(name).CompareTo(y.PowerOf(name))).FirstOrDefault(order =>
            order != 0);
    }

    private static Monomial? Halved(Monomial monomial)
    {
        var result = Monomial.One;
        foreach (var (atom, power) in monomial.Factors)
        {
            if (power % 2 == 1)
                return null;
            result *= Monomial.Of(atom, power / 2);
        }

        return result;
    }

    private static Monomial? Quotient(Monomial top, Monomial bottom)
    {
        foreach (var (atom, power) in bottom.Factors)
        {
            if (top.PowerOf(atom) < power)
                return null;
        }

        var result = Monomial.One;
        foreach (var (atom, power) in top.Factors)
        {
            if (power > bottom.PowerOf(atom))
                result *= Monomial.Of(atom, power - bottom.PowerOf(atom));
        }

        return result;
    }
}
