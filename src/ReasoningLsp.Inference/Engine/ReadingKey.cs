using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Tells readings of one row apart.</summary>
/// <param name="Kind">What is read.</param>
/// <param name="Candidates">The candidate groups, as text.</param>
/// <param name="Next">The token whose probability is read, or 0.</param>
internal readonly record struct ReadingKey(ReadingKind Kind, string Candidates, int Next);
