using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.References;

/// <summary>A place that speaks of another by its number: "step 3", "(2)".</summary>
/// <param name="Span">In the original file.</param>
/// <param name="Target">What is spoken of, in the original file.</param>
/// <param name="Name">What that is called, such as <c>step 3</c> or <c>equation (2)</c>.</param>
public sealed record Mention(TextSpan Span, TextSpan Target, string Name);
