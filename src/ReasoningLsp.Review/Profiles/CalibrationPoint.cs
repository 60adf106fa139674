namespace ReasoningLsp.Review.Profiles;

/// <summary>A point of a calibration: of steps with scores around this, such a share was right.</summary>
/// <param name="Score">Raw score.</param>
/// <param name="Right">Share, from 0 to 1.</param>
public sealed record CalibrationPoint(double Score, double Right);
