namespace ReasoningLsp.Runs.Statistics;

/// <summary>A number that was given to something, and whether that is right.</summary>
/// <param name="Score">The number; for calibration a probability from 0 to 1.</param>
/// <param name="IsRight">What people said.</param>
public readonly record struct ScoredLabel(double Score, bool IsRight);
