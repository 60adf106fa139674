using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>A reference to a step or an equation by its number.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Number">The number.</param>
/// <param name="Text">The reference as written.</param>
internal sealed record NumberMention(TextSpan Span, int Number, string Text);
