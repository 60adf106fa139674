namespace ReasoningLsp.Mathematics.Algebra;

/// <summary>A product of powers of atoms, without its coefficient.</summary>
public sealed class Monomial : IEquatable<Monomial>
{
    private readonly (string Atom, int Power)[] _factors;
    private readonly int _hash;

    private Monomial((string Atom, int Power)[] factors)
    {
        _factors = factors;
        var hash = new HashCode();
        foreach (var factor in factors)
            hash.Add(factor);
        _hash = hash.ToHashCode();
    }

    /// <summary>The empty product.</summary>
    public static Monomial One { get; } = new([]);

    /// <summary>The atoms and their powers, in ordinal order of the atoms; powers are positive.</summary>
    public ReadOnlySpan<(string Atom, int Power)> Factors => _factors;

    /// <summary>Sum of all powers.</summary>
    public int Degree => _factors.Sum(factor => factor.Power);

    /// <summary>The single atom.</summary>
    public static Monomial Of(string atom) => new([(atom, 1)]);

    /// <summary>A power of an atom, at least the first.</summary>
    public static Monomial Of(string atom, int power) => new([(atom, power)]);

    /// <summary>Power of <paramref name="atom"/>; 0 where it does not occur.</summary>
    public int PowerOf(string atom)
    {
        foreach (var factor in _factors)
        {
            if (factor.Atom == atom)
                return factor.Power;
        }

        return 0;
    }

    /// <summary>The monomial with <paramref name="atom"/> left out.</summary>
    public Monomial Without(string atom) => new([.. _factors.Where(factor => factor.Atom != atom)]);

    /// <summary>The product of two monomials.</summary>
    public static Monomial operator *(Monomial x, Monomial y)
    {
        if (x._factors.Length == 0)
            return y;
        if (y._factors.Length == 0)
            return x;
        var merged = new List<(string, int)>(x._factors.Length + y._factors.Length);
        int i = 0, j = 0;
        while (i < x._factors.Length || j < y._factors.Length)
        {
            var order = i == x._factors.Length ? 1
                : j == y._factors.Length ? -1 : string.CompareOrdinal(x._factors[i].Atom, y._factors[j].Atom);
            if (order == 0)
                merged.Add((x._factors[i].Atom, x._factors[i++].Power + y._factors[j++].Power));
            else
                merged.Add(order < 0 ? x._factors[i++] : y._factors[j++]);
        }

        return new([.. merged]);
    }

    /// <inheritdoc />
    public bool Equals(Monomial? other) => other is not null && _hash == other._hash && _factors.AsSpan().SequenceEqual(other._factors);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Monomial);

    /// <inheritdoc />
    public override int GetHashCode() => _hash;

    /// <inheritdoc />
    public override string ToString() =>
        string.Join('·', _factors.Select(factor => factor.Power == 1 ? factor.Atom : $"{factor.Atom}^{factor.Power}"));
}
