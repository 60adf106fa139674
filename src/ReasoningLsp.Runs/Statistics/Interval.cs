namespace ReasoningLsp.Runs.Statistics;

/// <summary>An interval that holds a figure in 95 of 100 samples.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether the figure differs from <paramref name="value"/> as far as the interval tells.</summary>
    public bool Excludes(double value) => value < Low || value > High;
}
