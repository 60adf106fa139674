using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>A reward model that the user chose.</summary>
/// <param name="Model">The model.</param>
/// <param name="InProcess">Compute in this process.</param>
internal sealed record ScoringChoice(ScoringModel Model, bool InProcess);
