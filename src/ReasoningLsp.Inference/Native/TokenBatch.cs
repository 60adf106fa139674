using LLama.Native;

namespace ReasoningLsp.Inference.Native;

/// <summary>A batch of tokens, never filled beyond its limits: beyond them llama.cpp ends the process.</summary>
internal sealed class TokenBatch(int vocabulary, int sequences)
{
    // LLamaSharp pins as many arrays as a batch ever held tokens, at each decode.
    private const int Small = 64;

    private readonly List<(int Token, int Position, int Sequence, bool Output)> _tokens = new(ContextHandle.Batch);
    private readonly LLamaBatch _small = new();
    private readonly LLamaBatch _large = new();

    /// <summary>Tokens in it.</summary>
    public int Count => _tokens.Count;

    /// <summary>Of these, flagged for output.</summary>
    public int OutputCount { get; private set; }

    /// <summary>As LLamaSharp takes it; not empty.</summary>
    public LLamaBatch Native
    {
        get
        {
            if (Count == 0)
                throw new InvalidOperationException("An empty batch cannot be decoded.");
            var batch = Count <= Small ? _small : _large;
            batch.Clear();
            foreach (var (token, position, sequence, output) in _tokens)
                batch.Add(token, position, (LLamaSeqId)sequence, output);
            return batch;
        }
    }

    /// <summary>Whether it takes one more token.</summary>
    public bool Takes(bool output) => Count < ContextHandle.Batch && (!output || OutputCount < ContextHandle.Outputs);

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _tokens.Clear();
        OutputCount = 0;
    }

    /// <summary>Adds a token.</summary>
    public void Add(int token, int position, int sequence, bool output)
    {
        if (!Takes(output))
            throw new InvalidOperationException("The batch is full.");
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, vocabulary);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, sequences);
        _tokens.Add((token, position, sequence, output));
        OutputCount += output ? 1 : 0;
    }
}
