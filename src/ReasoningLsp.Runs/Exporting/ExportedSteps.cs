using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>A labelled trace as an export holds it.</summary>
/// <param name="Prompt">The problem.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Ratings">1 right, 0 neutral, −1 wrong, null undecided; one a step.</param>
public sealed record ExportedSteps(string Prompt, ImmutableArray<string> Steps, ImmutableArray<int?> Ratings)
{
    /// <summary>The soft label of each step, null where it has none; empty where no step has.</summary>
    public ImmutableArray<double?> Soft { get; init; } = [];

    /// <summary>How much the record counts, or null.</summary>
    public double? Weight { get; init; }
}
