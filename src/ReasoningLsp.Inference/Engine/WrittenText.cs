using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>A text that is being written. All that a step needs of it is its tokens: where the cache gave them up, they are decoded
/// again. Only the engine's thread uses it, but for <see cref="Result"/>.</summary>
internal sealed class WrittenText : IDisposable
{
    private readonly TaskCompletionSource<GenerateResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _cancelled;
    private readonly TokenChoice _choice;
    private readonly TextStream _stream;
    private readonly GrammarSampler? _grammar;
    private readonly bool _withProbability;
    private readonly int _prompt;
    private double _probability;
    private byte[] _bytes = new byte[64];

    /// <summary>Tokenises the prompt and reads the grammar.</summary>
    /// <param name="model">The model.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="written">Told of each piece, or null.</param>
    /// <param name="cancelled">Called when it was cancelled, from any thread.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InferenceException">The request cannot be done.</exception>
    public WrittenText(LoadedModel model, GenerateRequest request, IProgress<string>? written, Action cancelled,
        CancellationToken cancellationToken)
    {
        (Model, Request) = (model, request);
        Tokens = [.. EncodedPrompt.Encode(model.Vocabulary, request.Pieces).Tokens];
        if (Tokens.Count == 0)
            throw new InferenceException(InferenceError.BadRequest, "There is nothing to go on from.");
        _prompt = Tokens.Count - 1;
        Most = Math.Clamp(request.MaximumTokens, 1, model.LongestText);
        Longest = Tokens.Count + Most;
        model.CheckLength(Longest, 0);
        _grammar = request.Grammar is { } text ? GrammarSampler.Create(text, model.Vocabulary) : null;
        _choice = new TokenChoice(request);
        _stream = new TextStream(request.Stops, written);
        _withProbability = request.WithProbability;
        // Whoever waits is let go at once; the text is left out of the next step.
        _cancelled = cancellationToken.Register(() =>
        {
            _result.TrySetCanceled(cancellationToken);
            cancelled();
        });
        model.Enter();
    }

    /// <summary>Its model, which stays loaded.</summary>
    public LoadedModel Model { get; }

    /// <summary>What was asked for.</summary>
    public GenerateRequest Request { get; }

    /// <summary>Prompt and what was written, as tokens.</summary>
    public List<int> Tokens { get; }

    /// <summary>Most tokens to write.</summary>
    public int Most { get; }

    /// <summary>Tokens that it may have at its end.</summary>
    public int Longest { get; }

    /// <summary>Tokens written.</summary>
    public int Count { get; private set; }

    /// <summary>Where it is held, or null.</summary>
    public CachedSequence? Sequence { get; set; }

    /// <summary>The session that holds it, or null.</summary>
    public ModelSession? Session { get; set; }

    /// <summary>How many of its tokens were held when it was left.</summary>
    public int Held { get; set; }

    /// <summary>The text, when it is done.</summary>
    public Task<GenerateResult> Result => _result.Task;

    /// <summary>Whether it is done, or nobody waits for it.</summary>
    public bool IsOver => _result.Task.IsCompleted;

    /// <summary>Goes on with the token that a row chooses.</summary>
    /// <exception cref="InferenceException">There is none.</exception>
    public void GoOn(ReadOnlySpan<float> logits)
    {
        var token = _choice.Choose(logits, _grammar);
        if (token < 0)
            throw new InferenceException(InferenceError.Failed, "The grammar allows nothing that the model could write.");
        if (Model.Vocabulary.IsEnd(token))
        {
            End(isComplete: true);
            return;
        }

        _grammar?.Accept(token);
        if (_withProbability)
            _probability += RowReading.LogProbability(logits, token);
        Tokens.Add(token);
        Count++;
        if (_stream.Add(Model.Vocabulary.Bytes(token, ref _bytes)))
            End(isComplete: true);
        else if (Count == Most)
            End(isComplete: false);
    }

    /// <summary>Lets the cells go that hold what was written: every later batch would look at them, and nobody goes on from there, for
    /// what reads scores holds texts of its own.</summary>
    public void Release()
    {
        if (Sequence is { } sequence && Session is { IsClosed: false } session
            && session.Tree.TryPin(sequence, Held))
        {
            session.Tree.Shorten(sequence, _prompt);
            sequence.IsPinned = false;
        }
    }

    /// <summary>It cannot be written.</summary>
    public void Fail(Exception error) => _result.TrySetException(error);

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancelled.Dispose();
        _grammar?.Dispose();
        Model.Leave();
    }

    private void End(bool isComplete) =>
        _result.TrySetResult(new GenerateResult(_stream.Finish(), Count, isComplete, _withProbability ? _probability : null));
}
