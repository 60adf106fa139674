using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Planting;

/// <summary>A right solution with an error in it.</summary>
/// <param name="Kind">What was planted.</param>
/// <param name="Level">How hard it is to find.</param>
/// <param name="Step">Where.</param>
/// <param name="Steps">The steps with the error.</param>
/// <param name="Description">What was written in place of what.</param>
public sealed record Planted(PlantKind Kind, PlantLevel Level, int Step, ImmutableArray<string> Steps, string Description);
