using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>A place in another step that a finding speaks of.</summary>
/// <param name="Step">Index of the step; -1 for the problem.</param>
/// <param name="Span">In its text.</param>
/// <param name="Message">Why it is named.</param>
internal sealed record StepPlace(int Step, TextSpan Span, string Message);
