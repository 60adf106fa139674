using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>What another reward model said of a trace.</summary>
/// <param name="Steps">A score a step.</param>
/// <param name="All">One score for all, or null.</param>
public sealed record PeerScores(ImmutableArray<double> Steps, double? All);
