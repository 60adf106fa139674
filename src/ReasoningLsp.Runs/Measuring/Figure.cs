using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>A figure with its interval.</summary>
/// <param name="Group">Of which traces, such as <c>language = de</c>; empty for all.</param>
/// <param name="Name">The figure's name.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Count">How many things it is computed from.</param>
/// <param name="Value">The figure.</param>
/// <param name="Interval">Its 95 % interval, by bootstrap; null where every draw gives the same, which tells nothing.</param>
public sealed record Figure(string Group, string Name, string Meaning, long Count, double Value, Interval? Interval)
{
    /// <summary>Whether solutions were drawn for the interval and not problems, of which there are fewer than ten.</summary>
    public bool IsOfFewProblems { get; init; }

    /// <summary>Whether less is better.</summary>
    public bool IsError { get; init; }
}
