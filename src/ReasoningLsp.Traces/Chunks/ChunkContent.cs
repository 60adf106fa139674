using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>What was read from one chunk; offsets count from its start, so it stays good wherever the chunk moves.</summary>
internal sealed record ChunkContent
{
    public static ChunkContent Empty { get; } = new();

    public ImmutableArray<Piece> Pieces { get; init; } = [];

    public ImmutableArray<ChunkComment> Comments { get; init; } = [];

    /// <summary>The settings, where the chunk is front matter.</summary>
    public FrontMatter? FrontMatter { get; init; }

    /// <summary>The record, where the chunk is a line of JSON.</summary>
    public RecordContent? Record { get; init; }
}
