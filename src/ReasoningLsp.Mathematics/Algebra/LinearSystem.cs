using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Algebra;

/// <summary>Linear equations in several letters.</summary>
public static class LinearSystem
{
    /// <summary>The one solution over the rational numbers; null where there is none, or more than one, or an equation is not linear.
    /// Found by elimination, exactly.</summary>
    /// <param name="equations">Polynomials that are to be zero.</param>
    /// <param name="names">The letters.</param>
    public static ImmutableArray<Rational>? OnlySolution(IReadOnlyList<Polynomial> equations, ImmutableArray<string> names)
    {
        ArgumentNullException.ThrowIfNull(equations);
        var rows = new List<Rational[]>();
        foreach (var equation in equations)
        {
            if (Row(equation, names) is not { } row)
                return null;
            rows.Add(row);
        }

        for (var column = 0; column < names.Length; column++)
        {
            var pivot = rows.FindIndex(column, row => !row[column].IsZero);
            if (pivot < 0)
                return null;
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            Eliminate(rows, column);
        }

        return rows.Skip(names.Length).Any(row => !row[^1].IsZero) ? null
            : [.. names.Select((_, index) => rows[index][^1] / rows[index][index])];
    }

    // The coefficients of the letters, and behind them what they add up to.
    private static Rational[]? Row(Polynomial equation, ImmutableArray<string> names)
    {
        var row = new Rational[names.Length + 1];
        foreach (var (monomial, coefficient) in equation.Terms)
        {
            if (monomial.Equals(Monomial.One))
                row[^1] = -coefficient;
            else if (monomial.Factors is [(var name, 1)] && names.IndexOf(name) is >= 0 and var index)
                row[index] = coefficient;
            else
                return null;
        }

        return row;
    }

    private static void Eliminate(List<Rational[]> rows, int pivot)
    {
        for (var other = 0; other < rows.Count; other++)
        {
            if (other == pivot || rows[other][pivot].IsZero)
                continue;
            var factor = rows[other][pivot] / rows[pivot][pivot];
            for (var column = 0; column < rows[other].Length; column++)
                rows[other][column] -= factor * rows[pivot][column];
        }
    }
}
