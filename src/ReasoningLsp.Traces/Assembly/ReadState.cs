using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>What is kept of a reading for the next edit.</summary>
/// <param name="Chunks">The chunks of the text.</param>
/// <param name="Parts">The parts made from them, by key; none for JSON.</param>
internal sealed record ReadState(ChunkList Chunks, ImmutableArray<Part> Parts) : ReadingState;
