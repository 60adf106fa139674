using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>What is kept of a reading for the next edit.</summary>
/// <param name="Chunks">The chunks of the text.</param>
/// <param name="Parts">The parts made from them, by key; none for JSON.</param>
internal sealed record ReadState(ChunkList Chunks, ImmutableArray<Part> Parts);
