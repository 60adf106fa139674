using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>The chunks of a text, and how they follow an edit.</summary>
/// <param name="Chunks">Ascending, covering the text without gap.</param>
/// <param name="KeptBefore">How many chunks at the start are those of the text before the edit.</param>
/// <param name="KeptAfter">How many at the end are, moved by the edit's growth.</param>
internal sealed record ChunkList(ImmutableArray<Chunk> Chunks, int KeptBefore, int KeptAfter)
{
    public static ChunkList Read(string text, IChunkReader reader)
    {
        var chunks = ImmutableArray.CreateBuilder<Chunk>();
        for (var at = 0; at < text.Length;)
            at = ReadOne(text, at, reader, chunks);
        return new ChunkList(chunks.ToImmutable(), 0, 0);
    }

    /// <summary>The chunks of <paramref name="text"/>, which is the old text with [start, oldEnd) replaced by [start, newEnd).</summary>
    public ChunkList After(string text, int start, int oldEnd, int newEnd, IChunkReader reader)
    {
        var delta = newEnd - oldEnd;
        var before = 0;
        while (before < Chunks.Length && Chunks[before].IsSettledBefore(start))
            before++;
        var chunks = ImmutableArray.CreateBuilder<Chunk>(Chunks.Length + 4);
        chunks.AddRange(Chunks.AsSpan(0, before));
        var at = before == 0 ? 0 : Chunks[before - 1].End;
        var next = before;
        while (at < text.Length)
        {
            while (next < Chunks.Length && (Chunks[next].Start < oldEnd || Chunks[next].Start + delta < at))
                next++;
            if (next < Chunks.Length && Chunks[next].Start + delta == at && (at == 0) == (Chunks[next].Start == 0))
                break;
            at = ReadOne(text, at, reader, chunks);
        }

        var after = at < text.Length ? Chunks.Length - next : 0;
        for (var index = Chunks.Length - after; index < Chunks.Length; index++)
            chunks.Add(Chunks[index] with { Start = Chunks[index].Start + delta });
        return new ChunkList(chunks.ToImmutable(), before, after);
    }

    private static int ReadOne(string text, int at, IChunkReader reader, ImmutableArray<Chunk>.Builder chunks)
    {
        var (end, reach) = reader.Next(text, at);
        chunks.Add(new Chunk(at, end - at, reach, reader.Read(text, at, end)));
        return end;
    }
}
