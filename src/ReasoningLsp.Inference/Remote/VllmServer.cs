using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>vLLM: completions of tokens with the prompt's log-probabilities, and pooling for reward models.</summary>
/// <param name="connection">The way to it.</param>
/// <param name="facts">What it tells of the model.</param>
/// <param name="tokenizer">Its vocabulary.</param>
internal sealed class VllmServer(RemoteConnection connection, ServedModel facts, RemoteTokenizer tokenizer) : TokenServer(facts, tokenizer)
{
    private readonly VllmRows _rows = new(connection, facts.Model.Id);
    private readonly VllmPooling _pooling = new(connection, facts.Model);

    /// <summary>Tokens of a text, by the server. It makes control tokens of their names wherever they stand. With
    /// <paramref name="begins"/> as it begins a text.</summary>
    public static Task<ServerTokens> TokenizeAsync(RemoteConnection connection, string model, string text, bool begins,
        CancellationToken cancellationToken) => connection.PostAsync(
        "tokenize",
        new JsonObject { ["model"] = model, ["prompt"] = text, ["add_special_tokens"] = begins, ["return_token_strs"] = true },
        answer =>
        {
            ImmutableArray<int> ids = [.. answer.GetProperty("tokens").EnumerateArray().Select(token => token.GetInt32())];
            // Versions that do not tell the tokens' texts can do all but find rows within a text.
            ImmutableArray<string> texts = answer.TryGetProperty("token_strs", out var strings) && strings.ValueKind == JsonValueKind.Array
                ? [.. strings.EnumerateArray().Select(token => token.GetString() ?? string.Empty)] : [];
            return new ServerTokens(ids, texts.Length == ids.Length ? TokenTexts.Bytes(texts) : [.. ids.Select(_ => 0)]);
        },
        cancellationToken);

    /// <inheritdoc/>
    protected override string? Refusal(ReadingKind kind) => kind switch
    {
        ReadingKind.MeanLogit => NoLogits,
        ReadingKind.Hidden => "vLLM serves what a reward model's own head says, not hidden states: register the model without --head.",
        _ => null,
    };

    /// <inheritdoc/>
    protected override Task<ImmutableArray<double[]>> CandidatesAsync(ImmutableArray<int> tokens, ImmutableArray<int> rows,
        ImmutableArray<ImmutableArray<int>> groups, CancellationToken cancellationToken) =>
        _rows.CandidatesAsync(tokens, rows, groups, cancellationToken);

    /// <inheritdoc/>
    protected override Task<double[]> LogProbabilitiesAsync(ImmutableArray<int> tokens, int start, int end,
        CancellationToken cancellationToken) =>
        _rows.LogProbabilitiesAsync(tokens, start, end, cancellationToken);

    /// <inheritdoc/>
    protected override Task<ImmutableArray<double[]>> StatesAsync(ReadingKind kind, ImmutableArray<int> tokens, ImmutableArray<int> rows,
        CancellationToken cancellationToken) =>
        _pooling.OutputsAsync(tokens, rows, cancellationToken);

    /// <inheritdoc/>
    protected override async Task<ImmutableArray<T>> InTurnAsync<TItem, T>(IReadOnlyList<TItem> items, Func<TItem, Task<T>> work) =>
        [.. await Task.WhenAll(items.Select(work)).ConfigureAwait(false)];

    /// <inheritdoc/>
    protected override Task<GenerateResult> WriteAsync(ImmutableArray<int> prompt, int most, GenerateRequest request,
        IProgress<string>? written, CancellationToken cancellationToken)
    {
        var body = VllmRows.Body(Facts.Model.Id, prompt, most);
        body["stream"] = true;
        body["logprobs"] = 0;
        body["temperature"] = request.Temperature;
        body["top_p"] = request.TopP;
        if (request.TopK > 0)
            body["top_k"] = request.TopK;
        if (request.MinP > 0)
            body["min_p"] = request.MinP;
        body["seed"] = request.Seed;
        body["stop"] = new JsonArray([.. request.Stops.Select(stop => JsonValue.Create(stop))]);
        if (request.Grammar is { } grammar)
            body["structured_outputs"] = new JsonObject { ["grammar"] = grammar };
        var text = new StringBuilder();
        return connection.StreamAsync("v1/completions", body, async (events, _) =>
        {
            var (tokens, probability, ended) = (0, 0.0, string.Empty);
            await foreach (var piece in events.ConfigureAwait(false))
            {
                foreach (var choice in piece.GetProperty("choices").EnumerateArray())
                {
                    var more = choice.GetProperty("text").GetString() ?? string.Empty;
                    text.Append(more);
                    if (more.Length > 0)
                        written?.Report(more);
                    if (choice.TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String)
                        ended = reason.GetString()!;
                    if (!choice.TryGetProperty("logprobs", out var told) || told.ValueKind != JsonValueKind.Object)
                        continue;
                    foreach (var value in told.GetProperty("token_logprobs").EnumerateArray()
                        .Where(value => value.ValueKind == JsonValueKind.Number))
                        (tokens, probability) = (tokens + 1, probability + value.GetDouble());
                }

                if (ended.Length == 0 && WrittenLength.IsBeyond(text, most))
                {
                    ended = "length";
                    break;
                }
            }

            if (ended.Length == 0)
                throw new IOException("The stream ended before the text did.");
            return new GenerateResult(text.ToString(), tokens, ended == "stop", request.WithProbability ? probability : null);
        }, () => text.Length > 0, cancellationToken);
    }
}
