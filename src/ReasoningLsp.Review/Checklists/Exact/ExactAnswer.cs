using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>What an exact check says of an item.</summary>
/// <param name="Answer">The verdict.</param>
/// <param name="Evidence">In one sentence.</param>
/// <param name="Step">The step it concerns, or null.</param>
/// <param name="Span">The text it concerns in the original file, or null.</param>
internal sealed record ExactAnswer(Verdict Answer, string Evidence, int? Step = null, TextSpan? Span = null);
