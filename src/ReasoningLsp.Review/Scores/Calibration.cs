using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scores;

/// <summary>From a raw score to how often steps of such a score were right.</summary>
public static class Calibration
{
    /// <summary>The share, interpolated between measured points and never beyond them; null where nothing was measured.</summary>
    public static double? Of(ImmutableArray<CalibrationPoint> points, double score)
    {
        if (points.IsDefaultOrEmpty)
            return null;
        var above = 0;
        while (above < points.Length && points[above].Score < score)
            above++;
        if (above == 0)
            return points[0].Right;
        if (above == points.Length)
            return points[^1].Right;
        var (low, high) = (points[above - 1], points[above]);
        return low.Right + ((high.Right - low.Right) * (score - low.Score) / (high.Score - low.Score));
    }
}
