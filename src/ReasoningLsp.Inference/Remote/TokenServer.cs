using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>A server that is spoken to in tokens, so that a prompt is exactly what it is on this machine.</summary>
/// <param name="facts">What the server tells of the model.</param>
/// <param name="tokenizer">Its vocabulary.</param>
internal abstract class TokenServer(ServedModel facts, RemoteTokenizer tokenizer) : IRemoteServer
{
    private static readonly string[] s_chatControls = ["<|im_start|>", "<|start_header_id|>", "<start_of_turn>", "[INST]", "<｜User｜>"];

    private ModelDescription? _description;

    /// <summary>Why <see cref="ReadingKind.MeanLogit"/> is refused.</summary>
    protected const string NoLogits =
        "A server tells probabilities, and this profile reads the mean of all logits, which they do not hold: use the model's GGUF file "
            + "on this machine.";

    /// <summary>What the server tells of the model.</summary>
    protected ServedModel Facts => facts;

    /// <inheritdoc/>
    public async Task<ModelDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        if (_description is { } known)
            return known;
        var tokens = await Task.WhenAll(s_chatControls.Select(name => tokenizer.ControlAsync(name, cancellationToken)))
            .ConfigureAwait(false);
        return _description = facts.Describe([.. s_chatControls.Where((_, i) => tokens[i] is not null)]);
    }

    /// <inheritdoc/>
    public async Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken)
    {
        if (Refusal(request.Kind) is { } reason)
            throw new InferenceException(InferenceError.BadRequest, reason);
        var prompt = await tokenizer.EncodeAsync(request.Pieces, cancellationToken).ConfigureAwait(false);
        ImmutableArray<int> rows = [.. request.Rows.Select(prompt.Row)];
        var groups = await tokenizer.GroupsAsync(request.Candidates, cancellationToken).ConfigureAwait(false);
        if (request.Kind == ReadingKind.Candidates && groups.IsEmpty)
            throw new InferenceException(InferenceError.BadRequest, "Candidates are to be read, and none are named.");
        if (request.Kind == ReadingKind.LogProbability && prompt.Row(request.Start) < 1)
            throw new InferenceException(InferenceError.BadRequest, "A response must have something before it.");
        facts.CheckLength(prompt.Tokens.Length, request.LongestText);
        ImmutableArray<int> tokens = [.. prompt.Tokens];
        ImmutableArray<double[]> values = request.Kind switch
        {
            _ when rows.IsEmpty => [],
            ReadingKind.LogProbability =>
                Sums(await LogProbabilitiesAsync(tokens, prompt.Row(request.Start), rows.Max() + 1, cancellationToken)
                .ConfigureAwait(false), prompt.Row(request.Start), rows),
            ReadingKind.Candidates => await CandidatesAsync(tokens, rows, groups, cancellationToken).ConfigureAwait(false),
            _ => await StatesAsync(request.Kind, tokens, rows, cancellationToken).ConfigureAwait(false),
        };
        return new ScoreResult(values, tokens, rows, tokens.Length);
    }

    /// <inheritdoc/>
    public async Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken)
    {
        var prefix = (await tokenizer.EncodeAsync(request.Prefix, cancellationToken).ConfigureAwait(false)).Tokens;
        var continuations = await Task.WhenAll(request.Continuations.Select(pieces => tokenizer.EncodeAsync(pieces, cancellationToken)))
            .ConfigureAwait(false);
        var groups = await tokenizer.GroupsAsync(request.Candidates, cancellationToken).ConfigureAwait(false);
        if (prefix.Length == 0 || continuations.Length == 0 || continuations.Any(tokens => tokens.Tokens.Length == 0))
            throw new InferenceException(InferenceError.BadRequest, "A prefix and continuations are compared; none of them may be empty.");
        facts.CheckLength(prefix.Length + continuations.Max(tokens => tokens.Tokens.Length), 0);
        var values = await InTurnAsync(continuations, async continuation =>
        {
            ImmutableArray<int> tokens = [.. prefix, .. continuation.Tokens];
            return groups.IsEmpty
                ? [(await LogProbabilitiesAsync(tokens, prefix.Length, tokens.Length, cancellationToken).ConfigureAwait(false)).Sum()]
                : (await CandidatesAsync(tokens, [tokens.Length - 1], groups, cancellationToken).ConfigureAwait(false))[0];
        }).ConfigureAwait(false);
        return new CompareResult(values, [.. continuations.Select(tokens => tokens.Tokens.Length)],
            prefix.Length + continuations.Sum(tokens => tokens.Tokens.Length));
    }

    /// <inheritdoc/>
    public async Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written,
        CancellationToken cancellationToken)
    {
        var prompt = (await tokenizer.EncodeAsync(request.Pieces, cancellationToken).ConfigureAwait(false)).Tokens;
        if (prompt.Length == 0)
            throw new InferenceException(InferenceError.BadRequest, "There is nothing to go on from.");
        var most = Math.Clamp(request.MaximumTokens, 1, facts.LongestText);
        facts.CheckLength(prompt.Length + most, 0);
        return await WriteAsync([.. prompt], most, request, written, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Why the server cannot read this, or null where it can.</summary>
    protected abstract string? Refusal(ReadingKind kind);

    /// <summary>For each row the logarithms of the groups' probabilities, and 0.</summary>
    protected abstract Task<ImmutableArray<double[]>> CandidatesAsync(ImmutableArray<int> tokens, ImmutableArray<int> rows,
        ImmutableArray<ImmutableArray<int>> groups, CancellationToken cancellationToken);

    /// <summary>The log-probability of each token from <paramref name="start"/> to <paramref name="end"/>, which is at least 1.</summary>
    protected abstract Task<double[]> LogProbabilitiesAsync(ImmutableArray<int> tokens, int start, int end,
        CancellationToken cancellationToken);

    /// <summary>For each row its hidden state, or what the served head says.</summary>
    protected abstract Task<ImmutableArray<double[]>> StatesAsync(ReadingKind kind, ImmutableArray<int> tokens, ImmutableArray<int> rows,
        CancellationToken cancellationToken);

    /// <summary>Goes on writing.</summary>
    protected abstract Task<GenerateResult> WriteAsync(ImmutableArray<int> prompt, int most, GenerateRequest request,
        IProgress<string>? written, CancellationToken cancellationToken);

    /// <summary>Does something with each of several prompts: all at once, or one after another where the server keeps only what it computed
    /// last.</summary>
    protected abstract Task<ImmutableArray<T>> InTurnAsync<TItem, T>(IReadOnlyList<TItem> items, Func<TItem, Task<T>> work);

    private static ImmutableArray<double[]> Sums(double[] values, int start, ImmutableArray<int> rows) =>
        [.. rows.Select(row => new[] { values.Take(row + 1 - start).Sum() })];
}
