using System.Globalization;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>A product of units to whole powers: km/h, kg·m², or a single unit.</summary>
public sealed class CompoundUnit : IEquatable<CompoundUnit>
{
    private CompoundUnit(IReadOnlyList<UnitPower> terms, Dimension dimension)
    {
        Terms = terms;
        Dimension = dimension;
    }

    /// <summary>Its units in the order written.</summary>
    public IReadOnlyList<UnitPower> Terms { get; }

    /// <summary>What it measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>Its size in base units.</summary>
    public Rational Factor => Product(Terms.Select(term => (term.Unit.Factor, term.Power)));

    /// <summary>Its zero in base units: other than 0 only for a temperature that stands alone.</summary>
    public Rational Offset => Terms is [{ Power: 1 } only] ? only.Unit.Offset : Rational.Zero;

    /// <summary>Whether its size is an average or a rounded irrational number.</summary>
    public bool Approximate => Terms.Any(term => term.Unit.Approximate);

    /// <summary>The unit of plain numbers.</summary>
    public static CompoundUnit None { get; } = new([], default);

    /// <summary>The product of some units, or null if a power is out of range.</summary>
    public static CompoundUnit? TryCreate(IReadOnlyList<UnitPower> terms)
    {
        Dimension? dimension = default(Dimension);
        foreach (var (unit, power) in terms)
        {
            dimension = dimension.Value.TryMultiply(unit.Dimension, power);
            if (dimension is null || Math.Abs(power) > Dimension.MaxPower)
                return null;
        }

        return new([.. terms], dimension.Value);
    }

    /// <summary>
    /// Reads a unit as people write it: <c>km/h</c>, <c>miles per hour</c>, <c>m^2</c>, <c>kg m^2</c>,
    /// <c>square meters</c>, <c>\text{ cm}^3</c>, <c>千米每小时</c>. False if anything else follows, or if it can be read in
    /// two ways (<c>J/kg K</c>). Of a word with several meanings the most common is taken.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CompoundUnit unit) =>
        TryParsePrefix(text, out unit, out var length) && text[length..].IsWhiteSpace();

    /// <summary>
    /// Reads a unit at the beginning of a text, where a number stood before it. <paramref name="length"/> is how much of
    /// the text it takes, spaces before it included.
    /// </summary>
    public static bool TryParsePrefix(ReadOnlySpan<char> text, out CompoundUnit unit, out int length)
    {
        var readings = Readings(text, out length);
        unit = readings.Count > 0 ? readings[0] : None;
        return readings.Count > 0;
    }

    /// <summary>All readings of the unit at the beginning of a text (pounds weigh or pay), the most common first.</summary>
    public static IReadOnlyList<CompoundUnit> Readings(ReadOnlySpan<char> text, out int length) =>
        new UnitParser(text).Parse(out length);

    /// <summary>Every size it can have, by <see cref="Unit.OtherFactors"/> of its units; the usual one first.</summary>
    internal IReadOnlyList<Rational> Factors()
    {
        const int Limit = 64;
        List<Rational> factors = [Rational.One];
        foreach (var (unit, power) in Terms)
        {
            Rational[] sizes = [unit.Factor, .. unit.OtherFactors];
            factors = [.. sizes.SelectMany(size => factors.Select(factor => factor * Power(size, power))).Take(Limit)];
        }

        return factors;
    }

    /// <inheritdoc/>
    public bool Equals(CompoundUnit? other) => other is not null && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompoundUnit);

    /// <inheritdoc/>
    public override int GetHashCode() => Terms.Aggregate(17, HashCode.Combine);

    /// <summary>The units by name: <c>kilometre·hour^-1</c>.</summary>
    public override string ToString() => string.Join('·', Terms.Select(term =>
        term.Power == 1 ? term.Unit.Name : string.Create(CultureInfo.InvariantCulture, $"{term.Unit.Name}^{term.Power}")));

    private static Rational Product(IEnumerable<(Rational Size, int Power)> terms) =>
        terms.Aggregate(Rational.One, (product, term) => product * Power(term.Size, term.Power));

    // Units are never zero and powers are small.
    private static Rational Power(Rational size, int power) => size.TryPow(power, int.MaxValue)!.Value;
}
