namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>A score as it is kept.</summary>
/// <param name="Value">The score.</param>
/// <param name="Redundancy">The step's redundancy, or null.</param>
/// <param name="Residual">What the model gives to anything else, or null.</param>
/// <param name="IsWindowed">Whether earlier steps were left out.</param>
internal sealed record CachedScore(double Value, double? Redundancy, double? Residual, bool IsWindowed);
