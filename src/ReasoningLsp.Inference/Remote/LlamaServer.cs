using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>llama.cpp's server: the probabilities of the token after a prompt, and hidden states where it was started for them.</summary>
/// <param name="connection">The way to it.</param>
/// <param name="facts">What it tells of the model.</param>
/// <param name="tokenizer">Its vocabulary.</param>
/// <param name="letter">A token that is whole text.</param>
internal sealed class LlamaServer(RemoteConnection connection, ServedModel facts, RemoteTokenizer tokenizer, int letter)
    : TokenServer(facts, tokenizer)
{
    private const int Certainly = 10_000;

    /// <summary>How many of the likeliest tokens are listed, then again where that was not enough; the last is all of any
    /// vocabulary.</summary>
    private static readonly int[] s_listed = [64, 2_048, 1_000_000];

    /// <summary>Tokens of a text, by the server; with <paramref name="begins"/> as it begins a text.</summary>
    public static Task<ServerTokens> TokenizeAsync(RemoteConnection connection, string text, bool isControl,
        bool begins, CancellationToken cancellationToken) => connection.PostAsync(
        "tokenize",
        new JsonObject { ["content"] = text, ["add_special"] = begins, ["parse_special"] = isControl, ["with_pieces"] = true },
        answer =>
        {
            var tokens = answer.GetProperty("tokens").EnumerateArray()
                .Select(token => (Id: token.GetProperty("id").GetInt32(), Bytes: Length(token.GetProperty("piece")))).ToList();
            return new ServerTokens([.. tokens.Select(token => token.Id)], [.. tokens.Select(token => token.Bytes)]);
        },
        cancellationToken);

    /// <inheritdoc/>
    protected override string? Refusal(ReadingKind kind) => kind switch
    {
        ReadingKind.MeanLogit => NoLogits,
        ReadingKind.LogProbability =>
            "llama-server tells the probabilities of the next token alone, so that a text's own would take one request a token: serve "
                + "the model with vLLM, or use its GGUF file on this machine.",
        ReadingKind.Outputs => "llama-server gives hidden states, which the reward model's head reads on this machine: register the "
            + "model with --head FILE.",
        _ => null,
    };

    /// <inheritdoc/>
    protected override Task<ImmutableArray<double[]>> CandidatesAsync(ImmutableArray<int> tokens, ImmutableArray<int> rows,
        ImmutableArray<ImmutableArray<int>> groups, CancellationToken cancellationToken) =>
        InTurnAsync(rows, async row => (await ListAsync(tokens[..(row + 1)], groups, cancellationToken).ConfigureAwait(false)).Read(
        groups));

    /// <inheritdoc/>
    protected override async Task<double[]> LogProbabilitiesAsync(ImmutableArray<int> tokens, int start, int end,
        CancellationToken cancellationToken)
    {
        var values = await InTurnAsync([.. Enumerable.Range(start, end - start)], async row =>
        {
            ImmutableArray<ImmutableArray<int>> itself = [[tokens[row]]];
            return (await ListAsync(tokens[..row], itself, cancellationToken).ConfigureAwait(false)).Read(itself)[0];
        }).ConfigureAwait(false);
        return [.. values];
    }

    /// <inheritdoc/>
    protected override Task<ImmutableArray<double[]>> StatesAsync(ReadingKind kind, ImmutableArray<int> tokens, ImmutableArray<int> rows,
        CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["content"] = Numbers(tokens), ["embd_normalize"] = -1 };
        return connection.PostAsync("embeddings", body, answer =>
        {
            var states = answer[0].GetProperty("embedding");
            return states.GetArrayLength() == tokens.Length && states[0].ValueKind == JsonValueKind.Array
                ? rows.Select(row => states[row].EnumerateArray().Select(value => value.GetDouble()).ToArray()).ToImmutableArray()
                : throw new InferenceException(InferenceError.BadRequest,
                    $"{Facts.Model.Address} does not give the hidden state of each token: start llama-server with --embedding --pooling "
                        + $"none.");
        }, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>It keeps what it computed last, so that prompts of the same beginning are quickest one after another.</remarks>
    protected override async Task<ImmutableArray<T>> InTurnAsync<TItem, T>(IReadOnlyList<TItem> items, Func<TItem, Task<T>> work)
    {
        var results = ImmutableArray.CreateBuilder<T>(items.Count);
        foreach (var item in items)
            results.Add(await work(item).ConfigureAwait(false));
        return results.MoveToImmutable();
    }

    /// <inheritdoc/>
    protected override Task<GenerateResult> WriteAsync(ImmutableArray<int> prompt, int most, GenerateRequest request,
        IProgress<string>? written, CancellationToken cancellationToken)
    {
        var body = Body(prompt, most, listed: request.WithProbability ? 1 : 0);
        body["stream"] = true;
        body["temperature"] = request.Temperature;
        body["top_p"] = request.TopP;
        body["top_k"] = request.TopK;
        body["min_p"] = request.MinP;
        body["seed"] = request.Seed;
        body["stop"] = new JsonArray([.. request.Stops.Select(stop => JsonValue.Create(stop))]);
        if (request.Grammar is { } grammar)
            body["grammar"] = grammar;
        var text = new StringBuilder();
        return connection.StreamAsync("completion", body, async (events, _) =>
        {
            var (tokens, probability, ended) = (0, 0.0, string.Empty);
            await foreach (var piece in events.ConfigureAwait(false))
            {
                var more = piece.GetProperty("content").GetString() ?? string.Empty;
                text.Append(more);
                if (more.Length > 0)
                    written?.Report(more);
                if (piece.GetProperty("stop").GetBoolean())
                {
                    ended = piece.GetProperty("stop_type").GetString()!;
                    tokens = piece.TryGetProperty("tokens_predicted", out var count) ? count.GetInt32() : tokens;
                }
                else if (piece.TryGetProperty("completion_probabilities", out var told))
                {
                    foreach (var token in told.EnumerateArray())
                        (tokens, probability) = (tokens + 1, probability + token.GetProperty("logprob").GetDouble());
                }

                if (ended.Length == 0 && WrittenLength.IsBeyond(text, most))
                {
                    ended = "limit";
                    break;
                }
            }

            if (ended.Length == 0)
                throw new IOException("The stream ended before the text did.");
            return new GenerateResult(text.ToString(), tokens, ended is "eos" or "word", request.WithProbability ? probability : null);
        }, () => text.Length > 0, cancellationToken);
    }

    // Of a chosen token that is part of a character nothing is told, so a letter is chosen; what is told comes from before the choice.
    private JsonObject Question(ImmutableArray<int> tokens, int listed)
    {
        var body = Body(tokens, most: 1, listed);
        body["logit_bias"] = new JsonArray(new JsonArray(letter, Certainly));
        return body;
    }

    private async Task<RowList> ListAsync(ImmutableArray<int> tokens, ImmutableArray<ImmutableArray<int>> groups,
        CancellationToken cancellationToken)
    {
        foreach (var listed in s_listed)
        {
            var list = await connection.PostAsync("completion", Question(tokens, listed), answer =>
            {
                var known = answer.GetProperty("completion_probabilities")[0].GetProperty("top_logprobs").EnumerateArray()
                    .ToImmutableDictionary(each => each.GetProperty("id").GetInt32(), each => each.GetProperty("logprob").GetDouble());
                return new RowList(known, known.Values.Min());
            }, cancellationToken).ConfigureAwait(false);
            if (list.Missing(groups) is not [var token, ..])
                return list;
            if (list.Known.Count < listed)
                throw new InferenceException(InferenceError.Failed,
                    $"{Facts.Model.Address} lists {list.Known.Count} tokens and not token {token}, which the profile reads: is something "
                        + $"between here and llama-server that shortens its answers?");
        }

        throw new InferenceException(InferenceError.Failed, $"{Facts.Model.Address} does not list the tokens that the profile reads.");
    }

    // Nothing but temperature and nucleus may touch the choice, as on this machine.
    private static JsonObject Body(ImmutableArray<int> tokens, int most, int listed) => new()
    {
        ["prompt"] = Numbers(tokens),
        ["n_predict"] = most,
        ["n_probs"] = listed,
        ["temperature"] = 0,
        ["top_k"] = 0,
        ["samplers"] = new JsonArray("temperature", "top_k", "top_p", "min_p"),
        ["repeat_penalty"] = 1,
        ["cache_prompt"] = true,
        ["post_sampling_probs"] = false,
    };

    private static JsonArray Numbers(ImmutableArray<int> tokens) => new([.. tokens.Select(token => JsonValue.Create(token))]);

    private static int Length(JsonElement piece) =>
        piece.ValueKind == JsonValueKind.Array ? piece.GetArrayLength() : Encoding.UTF8.GetByteCount(piece.GetString()!);
}
