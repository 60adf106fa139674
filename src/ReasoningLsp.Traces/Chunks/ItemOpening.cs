namespace ReasoningLsp.Traces.Chunks;

/// <summary>The marker of a list item.</summary>
/// <param name="Start">Where it stands, from the start of the chunk.</param>
/// <param name="Number">Its number as written, or null for a bullet.</param>
internal sealed record ItemOpening(int Start, int? Number);
