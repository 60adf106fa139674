using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>A figure with its interval.</summary>
/// <param name="Group">Of which traces, such as <c>language = de</c>; empty for all.</param>
/// <param name="Name">The figure's name.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Count">How many things it is computed from.</param>
/// <param name="Value">The figure.</param>
/// <param name="Interval">Its 95 % interval, by bootstrap over problems.</param>
public sealed record Figure(string Group, string Name, string Meaning, long Count, double Value, Interval Interval)
{
    /// <summary>Whether less is better.</summary>
    public bool IsError { get; init; }
}
