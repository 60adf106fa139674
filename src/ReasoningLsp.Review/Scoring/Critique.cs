namespace ReasoningLsp.Review.Scoring;

/// <summary>What a critic wrote.</summary>
/// <param name="Text">The critique.</param>
/// <param name="Asked">The probability of its verdict that the step is right, where it was asked for one.</param>
internal sealed record Critique(string Text, double? Asked);
