namespace ReasoningLsp.Inference.Engine;

/// <summary>A token of a text that is being written.</summary>
/// <param name="Sequence">Where it goes.</param>
/// <param name="Token">The token.</param>
/// <param name="IsRead">Whether the row after it chooses the next one.</param>
internal readonly record struct TextToken(CachedSequence Sequence, int Token, bool IsRead);
