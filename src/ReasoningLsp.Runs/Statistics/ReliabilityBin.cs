namespace ReasoningLsp.Runs.Statistics;

/// <summary>Things with scores of one range.</summary>
/// <param name="From">Where the range begins; does not belong to it.</param>
/// <param name="To">Where it ends; belongs to it.</param>
/// <param name="Count">How many.</param>
/// <param name="Score">Their mean score.</param>
/// <param name="Right">The share that is right.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double Score, double Right)
{
    /// <summary>The interval of the share (Wilson).</summary>
    public Interval Interval => ProportionIntervals.Wilson((long)Math.Round(Right * Count), Count);
}
