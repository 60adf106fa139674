using System.Globalization;

namespace ReasoningLsp.Review.Scores;

/// <summary>A share with how sure it is.</summary>
/// <param name="Part">How many.</param>
/// <param name="Whole">Of how many.</param>
public readonly record struct Proportion(long Part, long Whole)
{
    private const double Z = 1.959963984540054;

    /// <summary>From 0 to 1, or null of nothing.</summary>
    public double? Share => Whole == 0 ? null : (double)Part / Whole;

    /// <summary>Wilson's interval that holds the true share in 95 of 100 samples.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Whole == 0)
                return (0, 1);
            var share = (double)Part / Whole;
            var spread = Z * Math.Sqrt((share * (1 - share) / Whole) + (Z * Z / (4.0 * Whole * Whole)));
            var scale = 1 + (Z * Z / Whole);
            var middle = share + (Z * Z / (2.0 * Whole));
            return (Part == 0 ? 0 : Math.Max(0, (middle - spread) / scale), Part == Whole ? 1 : Math.Min(1, (middle + spread) / scale));
        }
    }

    /// <summary>Such as <c> 12.15 %  (7.2–19.7)  13 of 107</c>.</summary>
    public override string ToString() => Share is { } share
        ? string.Create(CultureInfo.InvariantCulture,
            $"{100 * share,6:0.00} %  ({100 * Interval.Low:0.0}–{100 * Interval.High:0.0})  {Part:N0} of {Whole:N0}")
        : "     –";
}
