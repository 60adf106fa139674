using System.Collections.Immutable;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>A model, with or without an adapter, and the texts it holds. Only the engine's thread uses it.</summary>
internal sealed class ModelSession : IDisposable
{
    private const int Sequences = 64;

    private readonly ContextHandle _context;
    private readonly HiddenSink _sink;
    private readonly TokenBatch _batch;

    /// <summary>A session on <paramref name="model"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="adapter">An adapter loaded on it, or 0.</param>
    /// <param name="options">How its context is made.</param>
    /// <param name="runtime">llama.cpp.</param>
    /// <exception cref="InferenceException">There is not enough memory, or the adapter does not fit.</exception>
    public ModelSession(LoadedModel model, nint adapter, ContextOptions options, NativeRuntime runtime)
    {
        _sink = new HiddenSink(model.Handle.HiddenLength);
        _context = ContextHandle.Create(model.Handle, options with { Sequences = Sequences }, _sink, runtime);
        if (adapter != 0)
            _context.Apply(adapter);
        _batch = new TokenBatch(model.Vocabulary.Size, Sequences);
        Tree = new PrefixTree(_context, _context.Cells, Sequences);
    }

    /// <summary>The texts held.</summary>
    public PrefixTree Tree { get; }

    /// <summary>Tokens that can be held.</summary>
    public int Capacity => _context.Cells;

    /// <summary>Decodes tokens, each behind the last of its sequence, and keeps in its cell what is read at it.</summary>
    /// <param name="tokens">In order, sequence by sequence.</param>
    /// <param name="groups">Candidate groups to read.</param>
    /// <param name="giveWay">Asked between batches: whether to make room for more urgent work.</param>
    /// <param name="cancellationToken">Reaches into the running batch.</param>
    /// <exception cref="PreemptedException">It gave way; what was decoded is held.</exception>
    public void Decode(IReadOnlyList<PendingToken> tokens, ImmutableArray<ImmutableArray<int>> groups, Func<bool> giveWay,
        CancellationToken cancellationToken)
    {
        if (!Tree.MakeRoom(tokens.Count))
            throw new InferenceException(InferenceError.BadRequest,
                $"The text of {tokens.Count:N0} more tokens does not fit into the {Capacity:N0} that are held at once.");
        using var stop = cancellationToken.Register(() => _context.Stop(true));
        try
        {
            for (var at = 0; at < tokens.Count;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (at > 0 && giveWay())
                    throw new PreemptedException();
                at = DecodeBatch(tokens, at, groups, cancellationToken);
            }
        }
        finally
        {
            stop.Dispose();
            _context.Stop(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        IsClosed = true;
        _context.Dispose();
    }

    private int DecodeBatch(IReadOnlyList<PendingToken> tokens, int from, ImmutableArray<ImmutableArray<int>> groups,
        CancellationToken cancellationToken)
    {
        _batch.Clear();
        var lengths = new Dictionary<CachedSequence, int>();
        var end = from;
        for (; end < tokens.Count && _batch.Takes(tokens[end].Reading is not null); end++)
        {
            var (sequence, token, reading) = tokens[end];
            var position = lengths.GetValueOrDefault(sequence, sequence.Tokens.Count);
            _batch.Add(token, position, sequence.Id, reading is not null);
            lengths[sequence] = position + 1;
        }

        var hidden = Enumerable.Range(from, end - from).Any(i => tokens[i].Reading?.Kind == ReadingKind.Hidden);
        _sink.Arm(hidden);
        var code = _context.Decode(_batch);
        if (code == 1)
        {
            // The cache is fragmented: without the other texts there is room.
            Tree.DropUnpinned();
            _sink.Arm(hidden);
            code = _context.Decode(_batch);
        }

        if (code != 0)
        {
            foreach (var sequence in lengths.Keys)
                _context.Remove(sequence.Id, sequence.Tokens.Count);
            cancellationToken.ThrowIfCancellationRequested();
            throw new InferenceException(InferenceError.Failed, $"llama.cpp could not decode {end - from} tokens (code {code}).");
        }

        Keep(tokens, from, end, groups, hidden ? _sink.Take(_batch.OutputCount) : []);
        _sink.Arm(false);
        return end;
    }

    private void Keep(IReadOnlyList<PendingToken> tokens, int from, int end, ImmutableArray<ImmutableArray<int>> groups,
        IReadOnlyList<float[]> hidden)
    {
        var output = 0;
        for (var i = from; i < end; i++)
        {
            var cell = Tree.Append(tokens[i].Sequence, tokens[i].Token);
            if (tokens[i].Reading is not { } key)
                continue;
            cell.Keep(key, key.Kind == ReadingKind.Hidden
                ? RowReading.Hidden(hidden[output])
                : Read(key, _context.Logits(i - from), groups));
            output++;
        }
    }

    private static double[] Read(ReadingKey key, ReadOnlySpan<float> logits, ImmutableArray<ImmutableArray<int>> groups) => key.Kind switch
    {
        ReadingKind.Candidates => RowReading.Candidates(logits, groups),
        ReadingKind.MeanLogit => [RowReading.Mean(logits)],
        ReadingKind.LogProbability => [RowReading.LogProbability(logits, key.Next)],
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How many tokens, and how many rows to read, one batch takes.</summary>
    public static (int Tokens, int Rows) BatchLimits => (ContextHandle.Batch, ContextHandle.Outputs);

    /// <summary>Decodes one batch of several texts' tokens, each behind the last of its sequence; false where it was stopped on the way,
    /// and nothing is held of it.</summary>
    /// <param name="tokens">Sequence by sequence, within the limits of a batch.</param>
    /// <param name="isStopped">Whether a batch that ended early was stopped.</param>
    /// <exception cref="InferenceException">llama.cpp cannot decode it.</exception>
    public bool DecodeTogether(List<TextToken> tokens, Func<bool> isStopped)
    {
        _batch.Clear();
        CachedSequence? last = null;
        var position = 0;
        foreach (var (sequence, token, isRead) in tokens)
        {
            position = ReferenceEquals(sequence, last) ? position + 1 : sequence.Tokens.Count;
            last = sequence;
            _batch.Add(token, position, sequence.Id, isRead);
        }

        _sink.Arm(false);
        var code = _context.Decode(_batch);
        if (code == 1)
        {
            // The cache is fragmented: without the other texts there is room.
            Tree.DropUnpinned();
            code = _context.Decode(_batch);
        }

        if (code == 0)
        {
            foreach (var (sequence, token, _) in tokens)
                Tree.Append(sequence, token);
            return true;
        }

        foreach (var sequence in tokens.Select(each => each.Sequence).Distinct())
            _context.Remove(sequence.Id, sequence.Tokens.Count);
        return isStopped() ? false
            : throw new InferenceException(InferenceError.Failed, $"llama.cpp could not decode {tokens.Count} tokens (code {code}).");
    }

    /// <summary>Stops the batch that is being decoded, or lets batches be decoded again. From any thread.</summary>
    public void Stop(bool stop) => _context.Stop(stop);

    /// <summary>The logits at a place of the batch that was decoded last; valid until the next.</summary>
    public ReadOnlySpan<float> LogitsAt(int index) => _context.Logits(index);
}
