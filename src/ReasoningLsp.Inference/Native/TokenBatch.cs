using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>A batch of tokens in native memory, never filled beyond its limits.</summary>
internal sealed unsafe class TokenBatch : IDisposable
{
    private readonly int _vocabulary;
    private readonly int _sequences;
    private readonly void* _block;
    private LlamaBatch _batch;

    /// <summary>An empty batch for a vocabulary and a number of sequences.</summary>
    public TokenBatch(int vocabulary, int sequences)
    {
        _vocabulary = vocabulary;
        _sequences = sequences;
        const int Each = sizeof(long) + (4 * sizeof(int)) + sizeof(sbyte);
        _block = NativeMemory.AlignedAlloc(ContextHandle.Batch * Each, 64);
        var at = (byte*)_block;
        _batch.Sequences = (int**)at;
        _batch.Tokens = (int*)(at += ContextHandle.Batch * sizeof(long));
        _batch.Positions = (int*)(at += ContextHandle.Batch * sizeof(int));
        _batch.SequenceCounts = (int*)(at += ContextHandle.Batch * sizeof(int));
        var ids = (int*)(at += ContextHandle.Batch * sizeof(int));
        _batch.Outputs = (sbyte*)(at + (ContextHandle.Batch * sizeof(int)));
        for (var i = 0; i < ContextHandle.Batch; i++)
        {
            _batch.SequenceCounts[i] = 1;
            _batch.Sequences[i] = ids + i;
        }
    }

    /// <summary>As llama.cpp takes it; not empty.</summary>
    public LlamaBatch Native => _batch.Count > 0 ? _batch : throw new InvalidOperationException("An empty batch cannot be decoded.");

    /// <summary>Tokens in it.</summary>
    public int Count => _batch.Count;

    /// <summary>Of these, flagged for output.</summary>
    public int OutputCount { get; private set; }

    /// <summary>Whether it takes one more token.</summary>
    public bool Takes(bool output) => Count < ContextHandle.Batch && (!output || OutputCount < ContextHandle.Outputs);

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _batch.Count = 0;
        OutputCount = 0;
    }

    /// <summary>Adds a token.</summary>
    public void Add(int token, int position, int sequence, bool output)
    {
        if (!Takes(output))
            throw new InvalidOperationException("The batch is full.");
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, _vocabulary);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, _sequences);
        var at = _batch.Count++;
        _batch.Tokens[at] = token;
        _batch.Positions[at] = position;
        _batch.Sequences[at][0] = sequence;
        _batch.Outputs[at] = (sbyte)(output ? 1 : 0);
        OutputCount += output ? 1 : 0;
    }

    /// <inheritdoc/>
    public void Dispose() => NativeMemory.AlignedFree(_block);
}
