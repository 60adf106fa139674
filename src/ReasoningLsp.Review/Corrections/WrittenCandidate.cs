namespace ReasoningLsp.Review.Corrections;

/// <summary>A text that a model wrote for a step. Nothing in it was checked yet.</summary>
/// <param name="Text">The text.</param>
/// <param name="State">Whether it came to its end.</param>
public sealed record WrittenCandidate(string Text, WritingState State);
