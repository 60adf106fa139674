using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Two expressions in base units, each unit of both having the same size in both.</summary>
/// <param name="Left">One side.</param>
/// <param name="Right">The other.</param>
/// <param name="Sizes">The size that each unit has.</param>
/// <param name="IsComplete">Whether all readings of the units are among those tried.</param>
/// <param name="AnglesAreNumbers">Whether an angle is a number, as it is in radians.</param>
internal sealed record QuantityPair(QuantityReading Left, QuantityReading Right, ImmutableArray<UnitSize> Sizes, bool IsComplete,
    bool AnglesAreNumbers)
{
    /// <summary>Whether the sizes come from two systems, so that people convert by factors that they remember: pounds and kilograms, miles
    /// and metres.</summary>
    public bool MixesSystems => Sizes.Any(one => Sizes.Any(other => one.Dimension == other.Dimension && !one.Dimension.IsNumber
        && one.Factor > other.Factor && !one.IsAverage && !other.IsAverage
        && (one.Factor / other.Factor) is { IsInteger: false } ratio && !(ratio * 3600).IsInteger));

    /// <summary>Whether an average stands beside what is none: months and days.</summary>
    public bool MixesAverages => Sizes.Any(one => one.IsAverage && Sizes.Any(other =>
        !other.IsAverage && IsOfOneKind(one, other)));

    /// <summary>Whether two units of one kind differ in size, so that something is to be converted.</summary>
    public bool Converts => Sizes.Any(one => Sizes.Any(other => one.Dimension == other.Dimension && one.Factor != other.Factor));

    // Speeds have times in them as well.
    private static bool IsOfOneKind(UnitSize one, UnitSize other) => one.Dimension == other.Dimension
        || (one.Dimension[Units.BaseQuantity.Time] != 0 && other.Dimension[Units.BaseQuantity.Time] != 0);
}
