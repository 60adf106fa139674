namespace ReasoningLsp.Traces.Chunks;

/// <summary>A stretch of the file that is read by itself.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Reach">How many units from its start were looked at to find its end; <see cref="ToTheEnd"/> where the end of the file
/// mattered.</param>
/// <param name="Content">What was read from it.</param>
internal readonly record struct Chunk(int Start, int Length, int Reach, ChunkContent Content)
{
    public const int ToTheEnd = int.MaxValue;

    public int End => Start + Length;

    /// <summary>Whether nothing from <paramref name="offset"/> on can change the chunk.</summary>
    public bool IsSettledBefore(int offset) => Reach != ToTheEnd && Start + Reach <= offset;
}
