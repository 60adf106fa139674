using System.Collections.Immutable;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Scoring;

/// <summary>The scores of a window.</summary>
/// <param name="Steps">One for each step that is scored.</param>
/// <param name="Start">The value of the problem alone, where it was read.</param>
internal sealed record WindowScores(ImmutableArray<StepScore> Steps, double? Start = null);
