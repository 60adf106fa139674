using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Algebra;

/// <summary>A polynomial in any number of atoms with rational coefficients. Immutable; operations give null when it grows too
/// large.</summary>
public sealed class Polynomial : IEquatable<Polynomial>
{
    private const int MostTerms = 400;
    private const int HighestDegree = 60;
    private const int MostBits = 4_000;

    private readonly Dictionary<Monomial, Rational> _terms;

    private Polynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    /// <summary>The zero polynomial.</summary>
    public static Polynomial Zero { get; } = new([]);

    /// <summary>Monomials with their coefficients, none zero.</summary>
    public IReadOnlyDictionary<Monomial, Rational> Terms => _terms;

    /// <summary>Whether it has no terms.</summary>
    public bool IsZero => _terms.Count == 0;

    /// <summary>The constant polynomial.</summary>
    public static Polynomial Of(Rational value) => value.IsZero ? Zero : new(new() { [Monomial.One] = value });

    /// <summary>The polynomial that is one atom.</summary>
    public static Polynomial Of(string atom) => new(new() { [Monomial.Of(atom)] = Rational.One });

    /// <summary>The number that it is; null where an atom occurs.</summary>
    public Rational? ConstantValue => IsZero ? Rational.Zero
        : _terms.Count == 1 && _terms.TryGetValue(Monomial.One, out var value) ? value : null;

    /// <summary>A number times a monomial.</summary>
    public static Polynomial Of(Monomial monomial, Rational coefficient) => coefficient.IsZero ? Zero
        : new(new() { [monomial] = coefficient });

    /// <summary>Every atom that occurs.</summary>
    public HashSet<string> Atoms()
    {
        var atoms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var monomial in _terms.Keys)
        {
            foreach (var (atom, _) in monomial.Factors)
                atoms.Add(atom);
        }

        return atoms;
    }

    /// <summary>Highest power of <paramref name="atom"/>.</summary>
    public int DegreeIn(string atom) => _terms.Keys.Select(monomial => monomial.PowerOf(atom)).DefaultIfEmpty(0).Max();

    /// <summary>The polynomial that multiplies the given power of <paramref name="atom"/>.</summary>
    public Polynomial Coefficient(string atom, int power)
    {
        var terms = new Dictionary<Monomial, Rational>();
        foreach (var (monomial, coefficient) in _terms)
        {
            if (monomial.PowerOf(atom) == power)
                terms[monomial.Without(atom)] = coefficient;
        }

        return new(terms);
    }

    /// <summary>Sum, or null when too large.</summary>
    public Polynomial? Add(Polynomial other)
    {
        var terms = new Dictionary<Monomial, Rational>(_terms);
        foreach (var (monomial, coefficient) in other._terms)
            Accumulate(terms, monomial, coefficient);
        return Bounded(terms);
    }

    /// <summary>Whether it is <paramref name="other"/> times a number, which may be zero.</summary>
    public bool IsMultipleOf(Polynomial other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsZero || other.IsZero || Terms.Count != other.Terms.Count)
            return IsZero;
        var (monomial, coefficient) = other.Terms.First();
        return Terms.TryGetValue(monomial, out var own) && other.Scale(own / coefficient).Equals(this);
    }

    /// <summary>The polynomial times a number.</summary>
    public Polynomial Scale(Rational factor)
    {
        if (factor.IsZero)
            return Zero;
        return new(_terms.ToDictionary(term => term.Key, term => term.Value * factor));
    }

    /// <summary>Product, or null when too large.</summary>
    public Polynomial? Multiply(Polynomial other)
    {
        if ((long)_terms.Count * other._terms.Count > 20_000)
            return null;
        var terms = new Dictionary<Monomial, Rational>();
        foreach (var (x, a) in _terms)
        {
            foreach (var (y, b) in other._terms)
            {
                var product = x * y;
                if (product.Degree > HighestDegree)
                    return null;
                Accumulate(terms, product, a * b);
            }
        }

        return Bounded(terms);
    }

    /// <summary>Non-negative power, or null when too large.</summary>
    public Polynomial? Power(int exponent)
    {
        if (exponent is < 0 or > HighestDegree)
            return null;
        var result = Of(Rational.One);
        for (var i = 0; i < exponent; i++)
        {
            if (result.Multiply(this) is not { } next)
                return null;
            result = next;
        }

        return result;
    }

    /// <summary>Replaces <paramref name="atom"/> by a polynomial; null when too large.</summary>
    public Polynomial? Substitute(string atom, Polynomial value)
    {
        var result = Coefficient(atom, 0);
        for (var power = 1; power <= DegreeIn(atom); power++)
        {
            var coefficient = Coefficient(atom, power);
            if (coefficient.IsZero)
                continue;
            if (value.Power(power)?.Multiply(coefficient) is not { } term || result.Add(term) is not { } sum)
                return null;
            result = sum;
        }

        return result;
    }

    /// <inheritdoc />
    public bool Equals(Polynomial? other) =>
        other is not null && _terms.Count == other._terms.Count
        && _terms.All(term => other._terms.TryGetValue(term.Key, out var value) && value == term.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    /// <inheritdoc />
    public override int GetHashCode() => _terms.Aggregate(0, (hash, term) => hash ^ HashCode.Combine(term.Key, term.Value));

    /// <inheritdoc />
    public override string ToString() =>
        IsZero ? "0" : string.Join(" + ",
        _terms.OrderByDescending(term => term.Key.Degree).ThenBy(term => term.Key.ToString(), StringComparer.Ordinal)
        .Select(term => $"{term.Value}·{term.Key}"));

    private static void Accumulate(Dictionary<Monomial, Rational> terms, Monomial monomial, Rational coefficient)
    {
        var sum = terms.TryGetValue(monomial, out var present) ? present + coefficient : coefficient;
        if (sum.IsZero)
            terms.Remove(monomial);
        else
            terms[monomial] = sum;
    }

    private static Polynomial? Bounded(Dictionary<Monomial, Rational> terms) =>
        terms.Count > MostTerms || terms.Values.Any(value => value.BitLength > MostBits) ? null : new(terms);
}
