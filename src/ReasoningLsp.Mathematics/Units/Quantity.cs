using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>An exact value in a unit: 75 miles.</summary>
public readonly record struct Quantity(Rational Value, CompoundUnit Unit)
{
    /// <summary>
    /// The same quantity in another unit, by the usual size of both; null if they do not measure the same thing.
    /// Temperatures that stand alone are taken as points of their scale.
    /// </summary>
    public Quantity? ConvertTo(CompoundUnit target) => Unit.Dimension == target.Dimension
        ? new Quantity(((Value * Unit.Factor) + Unit.Offset - target.Offset) / target.Factor, target)
        : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Value} {Unit}";
}
