namespace ReasoningLsp.Review.Corrections;

/// <summary>Something that worked before, in one line that a person can read and edit.</summary>
/// <param name="Text">The note.</param>
/// <param name="Count">How often it was met.</param>
public sealed record MemoryEntry(string Text, int Count);
