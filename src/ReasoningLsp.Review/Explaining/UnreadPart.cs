using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Explaining;

/// <summary>A part of a step that stands outside every relation that was read.</summary>
/// <param name="Span">In the original file.</param>
/// <param name="Text">As written.</param>
/// <param name="Reason">Why it was left, in words.</param>
public sealed record UnreadPart(TextSpan Span, string Text, string Reason);
