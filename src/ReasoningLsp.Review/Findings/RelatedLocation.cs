using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Findings;

/// <summary>Another place a finding speaks of, such as the line it contradicts.</summary>
/// <param name="Message">Why it is named.</param>
/// <param name="Span">In the original file.</param>
public sealed record RelatedLocation(string Message, TextSpan Span);
