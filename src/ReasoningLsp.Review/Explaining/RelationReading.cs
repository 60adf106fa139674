using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Explaining;

/// <summary>One way to read a relation.</summary>
/// <param name="Text">The relation as it was read, such as <c>1/(2·x) = 4</c>.</param>
/// <param name="Verdict">What is known of this reading alone.</param>
/// <param name="Manner">In what manner, in words, such as <c>in percent</c>; null for the plain ones.</param>
public sealed record RelationReading(string Text, RelationVerdict Verdict, string? Manner);
