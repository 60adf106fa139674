namespace ReasoningLsp.Inference.Engine;

/// <summary>A token to decode.</summary>
/// <param name="Sequence">Where it goes.</param>
/// <param name="Token">The token.</param>
/// <param name="Reading">What to read there, or null.</param>
internal readonly record struct PendingToken(CachedSequence Sequence, int Token, ReadingKey? Reading);
