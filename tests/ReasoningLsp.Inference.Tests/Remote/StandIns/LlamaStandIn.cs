using System.Net;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;

namespace ReasoningLsp.Inference.Tests.Remote.StandIns;

/// <summary>Speaks as llama-server does (compared with a real one), and computes with the engine that tests compare with.</summary>
internal sealed class LlamaStandIn(LocalEngine engine, ModelReference model)
{
    private readonly TinyTokens _tiny = new(engine, model);

    /// <summary>Lists so many tokens at most, whatever is asked for.</summary>
    public int MostListed { get; init; } = int.MaxValue;

    /// <summary>Whether its vocabulary begins a text with the token that it names for that.</summary>
    public bool BeginsTexts { get; init; } = true;

    public Task AnswerAsync(Asked asked, HttpListenerResponse response) => asked.Path switch
    {
        "/v1/models" => LoopbackServer.Json(response,
            JsonNode.Parse($$"""{"object":"list","data":[{"id":"tiny","object":"model","meta":{"n_vocab":"""
                + $$"""{{TinyModel.Vocabulary.Length}},"n_ctx_train":2048},"owned_by":"llamacpp"}]}""")!),
        "/props" => LoopbackServer.Json(response,
            JsonNode.Parse($$"""{"bos_token":"<s>","default_generation_settings":{"n_ctx":{{TinyModel.Context}} } }""")!),
        "/tokenize" => TokenizeAsync(asked.Json, response),
        "/completion" => CompleteAsync(asked.Json, response),
        "/embeddings" => EmbedAsync(asked.Json, response),
        _ => LoopbackServer.Json(response,
            JsonNode.Parse("""{"error":{"code":404,"message":"File Not Found","type":"not_found_error"}}""")!, 404),
    };

    private async Task TokenizeAsync(JsonObject body, HttpListenerResponse response)
    {
        var tokens = await _tiny.TokenizeAsync((string)body["content"]!, (bool)body["parse_special"]!);
        if (BeginsTexts && (bool)body["add_special"]!)
            tokens = [Array.IndexOf(TinyModel.Vocabulary, "<s>"), .. tokens];
        await LoopbackServer.Json(response,
            new JsonObject
            {
                ["tokens"] = new JsonArray(
            [.. tokens.Select(token => new JsonObject { ["id"] = token, ["piece"] = Piece(TinyModel.Vocabulary[token]) })])
            });
    }

    private async Task CompleteAsync(JsonObject body, HttpListenerResponse response)
    {
        var tokens = TinyTokens.Numbers(body["prompt"]);
        if ((bool?)body["stream"] == true)
        {
            var written = await _tiny.WriteAsync(tokens, (int)body["n_predict"]!, (string?)body["grammar"]);
            await LoopbackServer.Events(response,
            [
                new JsonObject { ["content"] = written.Text, ["stop"] = false,
                ["completion_probabilities"] = new JsonArray(new JsonObject { ["logprob"] = written.LogProbability }) },
                new JsonObject { ["content"] = "", ["stop"] = true, ["stop_type"] = written.IsComplete ? "eos" : "limit",
                ["tokens_predicted"] = written.Tokens },
            ]);
            return;
        }

        var row = (await _tiny.RowsAsync(tokens))[^1];
        var listed = Enumerable.Range(0, row.Length).OrderByDescending(id => row[id]).Take(Math.Min(MostListed, (int)body["n_probs"]!));
        await LoopbackServer.Json(response, new JsonObject
        {
            ["content"] = "x",
            ["completion_probabilities"] = new JsonArray(
            new JsonObject
            {
                ["top_logprobs"] = new JsonArray(
            [.. listed.Select(id => new JsonObject { ["id"] = id, ["token"] = "x", ["logprob"] = row[id] })])
            }),
        });
    }

    private async Task EmbedAsync(JsonObject body, HttpListenerResponse response) =>
        await LoopbackServer.Json(response,
        new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["embedding"] = new JsonArray([.. (await _tiny.HiddenAsync(TinyTokens.Numbers(body["content"]))).Select(TinyTokens.List)])
        }));

    // A byte that is no text by itself comes as a number.
    private static JsonNode Piece(string token) =>
        token.StartsWith("<0x", StringComparison.Ordinal) ? new JsonArray(Convert.ToInt32(token[3..5], 16))
        : JsonValue.Create(token.Replace('▁', ' '));
}
