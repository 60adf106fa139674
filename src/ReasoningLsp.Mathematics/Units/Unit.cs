using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>
/// A unit of measurement. A value v in it is v · <see cref="Factor"/> + <see cref="Offset"/> in base units (metre,
/// kilogram, second, kelvin, degree, bit, whole currency).
/// </summary>
/// <param name="Name">The English name in the singular.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">Its size in base units.</param>
/// <param name="Offset">Where its zero lies in base units; only temperatures have one.</param>
/// <param name="Approximate">
/// The factor is an average or a rounded irrational: months and years in seconds, radians in degrees.
/// </param>
public sealed record Unit(string Name, Dimension Dimension, Rational Factor, Rational Offset = default, bool Approximate = false)
{
    /// <summary>
    /// Other sizes people give the same name: a megabyte of 2^20 bytes, an imperial gallon, a cup of 250 mL.
    /// </summary>
    public IReadOnlyList<Rational> OtherFactors { get; init; } = [];

    /// <summary>
    /// Approximate units with the same basis have exact ratios among them (12 months are a year). Empty if exact.
    /// </summary>
    public string Basis { get; init; } = "";

    /// <inheritdoc/>
    public bool Equals(Unit? other) =>
        ReferenceEquals(this, other) || (other is not null && Name == other.Name && Dimension == other.Dimension);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
