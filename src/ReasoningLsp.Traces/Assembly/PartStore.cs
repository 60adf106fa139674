using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>The parts of the text before an edit, found again by what they were made of.</summary>
internal sealed class PartStore(ReadState? before, ChunkList chunks)
{
    private readonly int _grown = before is null ? 0 : chunks.Chunks.Length - before.Chunks.Chunks.Length;

    /// <summary>The part made of the same pieces, and how far it moved; null where one of them is new.</summary>
    public (Part Part, int Delta)? Find(PartKey key)
    {
        if (before is null)
            return null;
        PartKey old;
        if (key.ToChunk < chunks.KeptBefore)
            old = key;
        else if (key.FromChunk >= chunks.Chunks.Length - chunks.KeptAfter)
            old = key with { FromChunk = key.FromChunk - _grown, ToChunk = key.ToChunk - _grown };
        else
            return null;
        var parts = before.Parts;
        int low = 0, high = parts.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = parts[middle].Key.CompareTo(old);
            if (order == 0)
                return parts[middle].Key == old ? (parts[middle], Delta(key, old)) : null;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }

    private int Delta(PartKey key, PartKey old) => chunks.Chunks[key.FromChunk].Start - before!.Chunks.Chunks[old.FromChunk].Start;
}
