namespace ReasoningLsp.Runs.Statistics;

/// <summary>A point of a calibration curve.</summary>
/// <param name="Score">The raw score.</param>
/// <param name="Right">The share that is right there.</param>
public readonly record struct IsotonicKnot(double Score, double Right);
