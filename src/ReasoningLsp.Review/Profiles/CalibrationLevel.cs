namespace ReasoningLsp.Review.Profiles;

/// <summary>Steps of about one score that people judged.</summary>
/// <param name="From">The lowest of their scores.</param>
/// <param name="To">The highest.</param>
/// <param name="Steps">How many they are.</param>
/// <param name="Right">The share of them that is right.</param>
public sealed record CalibrationLevel(double From, double To, int Steps, double Right);
