namespace ReasoningLsp.Mathematics.Algebra;

/// <summary>What sums of multiples of equations come to: polynomials that are zero, by elimination over their monomials, exactly.</summary>
public sealed class LinearSpan
{
    private const int MostRows = 24;

    // Each row with the monomial that no other row holds.
    private readonly List<(Monomial Lead, Polynomial Row)> _rows = [];

    /// <summary>Whether equations were taken that contradict each other: what follows from them says nothing.</summary>
    public bool IsContradictory { get; private set; }

    /// <summary>Takes an equation; whether it says anything new.</summary>
    /// <param name="zero">What is zero.</param>
    public bool Take(Polynomial zero)
    {
        ArgumentNullException.ThrowIfNull(zero);
        if (_rows.Count >= MostRows || Rest(zero) is not { IsZero: false } rest)
            return false;
        if (rest.ConstantValue is not null)
        {
            IsContradictory = true;
            return false;
        }

        var lead = rest.Terms.Keys.MaxBy(monomial => (monomial.Degree, monomial.ToString()))!;
        for (var i = 0; i < _rows.Count; i++)
        {
            if (Without(_rows[i].Row, lead, rest) is { } reduced)
                _rows[i] = (_rows[i].Lead, reduced);
        }

        _rows.Add((lead, rest));
        return true;
    }

    /// <summary>Whether it is zero because of the equations taken.</summary>
    /// <param name="zero">What is said to be zero.</param>
    public bool Holds(Polynomial zero) => !IsContradictory && Rest(zero) is { IsZero: true };

    // What is left of it once the rows are taken away; null where it grows too large.
    private Polynomial? Rest(Polynomial polynomial)
    {
        Polynomial? rest = polynomial;
        foreach (var (lead, row) in _rows)
            rest = rest is null ? null : Without(rest, lead, row);
        return rest;
    }

    private static Polynomial? Without(Polynomial polynomial, Monomial lead, Polynomial row) =>
        polynomial.Terms.TryGetValue(lead, out var coefficient)
            ? polynomial.Add(row.Scale(-coefficient / row.Terms[lead])) : polynomial;
}
