namespace ReasoningLsp.Traces.Chunks;

/// <summary>Cuts a file of one format into chunks and reads each by itself.</summary>
/// <remarks>
/// Where a chunk ends and what is read from it may depend on nothing before its start, except on
/// whether it is the first. That is what makes an edit local: see <see cref="ChunkList"/>.
/// </remarks>
internal interface IChunkReader
{
    /// <summary>The end of the chunk that begins at <paramref name="start"/> (always after it), and how far from its start was
    /// looked.</summary>
    (int End, int Reach) Next(string text, int start);

    /// <summary>Reads the chunk from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    ChunkContent Read(string text, int start, int end);
}
