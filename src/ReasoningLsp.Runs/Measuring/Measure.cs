namespace ReasoningLsp.Runs.Measuring;

/// <summary>A figure that can be computed with every problem counted any number of times, as a bootstrap does.</summary>
/// <param name="Name">The figure's name.</param>
/// <param name="Meaning">What it says, for a person.</param>
/// <param name="Count">How many things it is computed from.</param>
/// <param name="Of">The figure where problem i counts as often as entry i says; null where there is none.</param>
internal sealed record Measure(string Name, string Meaning, long Count, Func<int[], double?> Of)
{
    /// <summary>Of a share, by how many problems it is told; else null.</summary>
    public long? Problems { get; init; }

    /// <summary>Of a figure that rises with two shares, these and what they make; else null.</summary>
    public (Measure One, Measure Other, Func<double, double, double> Of)? Parts { get; init; }

    /// <summary>Whether less is better.</summary>
    public bool IsError { get; init; }
}
