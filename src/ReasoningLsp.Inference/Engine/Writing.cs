using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>
/// The third verb: all texts that are asked for, a token each at a step, in one batch. Texts that begin alike share what they begin
/// with; others join between two steps, and scoring goes before each. Where the cache has no room for all, the youngest wait. Only the
/// engine's thread uses it.
/// </summary>
internal sealed class Writing : IDisposable
{
    /// <summary>Most texts in one batch.</summary>
    public const int AtOnce = 32;

    /// <summary>Room that is kept for each text that is being written, so that it seldom has to give way.</summary>
    private const int Reserve = 32;

    private readonly List<WrittenText> _texts = [];
    private readonly List<WrittenText> _batch = [];
    private readonly List<TextToken> _tokens = [];
    private readonly List<(WrittenText Text, int Row)> _rows = [];
    private readonly Lock _lock = new();
    private ModelSession? _running;

    /// <summary>Who waits for what is being written, or null where nothing is.</summary>
    public RequestPriority? Urgency { get; private set; }

    /// <summary>How many texts are being written or wait for it.</summary>
    public int Count => _texts.Count;

    /// <summary>Begins a text.</summary>
    /// <exception cref="InferenceException">The request cannot be done.</exception>
    public Task<GenerateResult> Begin(LoadedModel model, GenerateRequest request, IProgress<string>? written,
        CancellationToken cancellationToken)
    {
        var text = new WrittenText(model, request, written, Cancelled, cancellationToken);
        _texts.Add(text);
        Note();
        return text.Result;
    }

    /// <summary>Writes a token of every text of which a person waits, or else of all, as far as there is room.</summary>
    public void Step()
    {
        RemoveOver();
        if (_texts.Count == 0)
            return;
        var first = _texts.Find(text => text.Request.Priority == Urgency)!;
        try
        {
            Step(first, first.Model.SessionFor(first.Request.Model, first.Longest, first.Longest, mayFuse: true,
                isAlone: first.Request.IsReproducible));
        }
        catch (Exception error)
        {
            // Whatever fails, fails for those who asked; the thread goes on.
            if (_batch.Count == 0)
                first.Fail(error);
            foreach (var text in _batch)
                text.Fail(error);
        }
        finally
        {
            Leave();
            RemoveOver();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var text in _texts)
        {
            text.Fail(new InferenceException(InferenceError.Unavailable, "The engine was closed."));
            text.Dispose();
        }

        _texts.Clear();
        Note();
    }

    private void Step(WrittenText first, ModelSession session)
    {
        foreach (var text in _texts.Where(text => IsBeside(text, first)))
        {
            if (_batch.Count == (first.Request.IsReproducible ? 1 : AtOnce) || !TryAdd(text, session))
                break;
        }

        if (!Decode(session))
            return;
        foreach (var (text, row) in _rows)
        {
            if (text.IsOver)
                continue;
            try
            {
                text.GoOn(session.LogitsAt(row));
            }
            catch (InferenceException error)
            {
                text.Fail(error);
            }
        }
    }

    private bool Decode(ModelSession session)
    {
        lock (_lock)
            _running = session;
        try
        {
            return session.DecodeTogether(_tokens, () => _batch.TrueForAll(text => text.IsOver));
        }
        finally
        {
            lock (_lock)
            {
                _running = null;
                session.Stop(false);
            }
        }
    }

    // A batch of a large model takes longer than a person waits; it is stopped where nobody waits for any of it.
    private void Cancelled()
    {
        lock (_lock)
        {
            if (_running is { } session && _batch.TrueForAll(text => text.IsOver))
                session.Stop(true);
        }
    }

    private static bool IsBeside(WrittenText text, WrittenText first) => ReferenceEquals(text.Model, first.Model)
        && text.Request.Model == first.Request.Model && text.Request.Priority == first.Request.Priority
        && text.Request.IsReproducible == first.Request.IsReproducible;

    // False where the step has no room for it, and so for none that came after it.
    private bool TryAdd(WrittenText text, ModelSession session)
    {
        var room = ModelSession.BatchLimits.Tokens - _tokens.Count;
        if (room == 0)
            return false;
        var isFirst = _batch.Count == 0;
        if (text.Sequence is null || !ReferenceEquals(text.Session, session)
            || !session.Tree.TryPin(text.Sequence, text.Held))
        {
            if (text.Longest > session.Capacity || !TryOpen(text, session, isFirst))
                return isFirst ? throw TooLittleRoom(text, session) : false;
        }

        var sequence = text.Sequence!;
        var missing = Math.Min(room, text.Tokens.Count - sequence.Tokens.Count);
        if (!session.Tree.MakeRoom(_tokens.Count + missing + (isFirst ? 0 : Reserve)))
        {
            sequence.IsPinned = false;
            return isFirst ? throw TooLittleRoom(text, session) : false;
        }

        _batch.Add(text);
        for (var i = 0; i < missing; i++)
        {
            var at = sequence.Tokens.Count + i;
            var isRead = at == text.Tokens.Count - 1;
            if (isRead)
                _rows.Add((text, _tokens.Count));
            _tokens.Add(new TextToken(sequence, text.Tokens[at], isRead));
        }

        return true;
    }

    // The last token is decoded by itself: its row chooses the next one.
    private bool TryOpen(WrittenText text, ModelSession session, bool isFirst)
    {
        if (text.Request.IsReproducible)
            session.Tree.DropUnpinned();
        var prompt = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(text.Tokens)[..^1];
        var held = session.Tree.HeldOf(prompt);
        // What is being decoded beside it can be shared in the next step.
        if (!isFirst && _batch.Exists(other => Common(other, text) > held))
            return false;
        (text.Sequence, text.Session) = (session.Tree.Open(prompt, (_, common) => common), session);
        text.Held = text.Sequence.Tokens.Count;
        return true;
    }

    private static int Common(WrittenText one, WrittenText other) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(one.Tokens).CommonPrefixLength(
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(other.Tokens)[..^1]);

    private static InferenceException TooLittleRoom(WrittenText text, ModelSession session) => new(InferenceError.BadRequest,
        $"A text of {text.Longest:N0} tokens does not fit into the {session.Capacity:N0} that are held at once.");

    // Between two steps whatever is more urgent may use the room; what it takes is decoded again.
    private void Leave()
    {
        foreach (var text in _batch)
        {
            if (text.Sequence is not { } sequence)
                continue;
            sequence.IsPinned = false;
            text.Held = sequence.Tokens.Count;
        }

        _batch.Clear();
        _tokens.Clear();
        _rows.Clear();
    }

    private void RemoveOver()
    {
        foreach (var text in _texts.Where(text => text.IsOver))
        {
            text.Release();
            text.Dispose();
        }

        if (_texts.RemoveAll(text => text.IsOver) > 0)
            Note();
    }

    private void Note() => Urgency = _texts.Count == 0 ? null
        : _texts.Exists(text => text.Request.Priority == RequestPriority.Interactive) ? RequestPriority.Interactive
        : RequestPriority.Background;
}
