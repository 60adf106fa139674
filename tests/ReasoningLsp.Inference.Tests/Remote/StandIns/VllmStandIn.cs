using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;

namespace ReasoningLsp.Inference.Tests.Remote.StandIns;

/// <summary>Speaks as vLLM's documentation says that it does, and computes with the engine that tests compare with.</summary>
internal sealed class VllmStandIn(LocalEngine engine, ModelReference model)
{
    private readonly TinyTokens _tiny = new(engine, model);

    /// <summary>A version that gives the probabilities of tokens by name.</summary>
    public bool NamesTokens { get; init; } = true;

    /// <summary>Of /pooling: only the rows of this token, or all where null.</summary>
    public int? StepTag { get; init; }

    /// <summary>Of /pooling: how many outputs there are.</summary>
    public int Outputs { get; init; } = 2;

    /// <summary>Of /pooling: a version that activates whatever it is told.</summary>
    public bool AlwaysActivates { get; init; }

    public Task AnswerAsync(Asked asked, HttpListenerResponse response) => asked.Path switch
    {
        "/v1/models" => LoopbackServer.Json(response,
            JsonNode.Parse($$"""{"object":"list","data":[{"id":"tiny","object":"model","owned_by":"vllm","max_model_len":"""
                + $$"""{{TinyModel.Context}}}]}""")!),
        "/version" => LoopbackServer.Json(response, new JsonObject { ["version"] = "0.20.0" }),
        "/tokenize" => TokenizeAsync(asked.Json, response),
        "/v1/completions" => CompleteAsync(asked.Json, response),
        "/pooling" => PoolAsync(asked.Json, response),
        _ => LoopbackServer.Json(response, new JsonObject { ["detail"] = "Not Found" }, 404),
    };

    private async Task TokenizeAsync(JsonObject body, HttpListenerResponse response)
    {
        var tokens = await _tiny.TokenizeAsync((string)body["prompt"]!, parsesControls: true);
        if ((bool?)body["add_special_tokens"] != false)
            tokens = tokens.Insert(0, 1);
        await LoopbackServer.Json(response,
            new JsonObject
            {
                ["count"] = tokens.Length,
                ["max_model_len"] = TinyModel.Context,
                ["tokens"] = TinyTokens.List(tokens),
                ["token_strs"] = TinyTokens.List(tokens.Select(token => TinyModel.Vocabulary[token]))
            });
    }

    private async Task CompleteAsync(JsonObject body, HttpListenerResponse response)
    {
        if ((bool?)body["stream"] == true)
        {
            var written = await _tiny.WriteAsync(TinyTokens.Numbers(body["prompt"]), (int)body["max_tokens"]!,
                (string?)body["structured_outputs"]?["grammar"]);
            await LoopbackServer.Events(response,
                [Piece(written.Text[..1], null, 0),
                Piece(written.Text[1..], written.IsComplete ? "stop" : "length", written.LogProbability!.Value)]);
            return;
        }

        var prompts = body["prompt"]!.AsArray().All(each => each is JsonValue) ? [body["prompt"]!]
            : body["prompt"]!.AsArray().Select(each => each!).ToList();
        var choices = new JsonArray();
        foreach (var prompt in prompts)
            choices.Add(await ChoiceAsync(body, TinyTokens.Numbers(prompt), choices.Count));
        await LoopbackServer.Json(response, new JsonObject { ["choices"] = choices });
    }

    private async Task<JsonObject> ChoiceAsync(JsonObject body, ImmutableArray<int> tokens, int index)
    {
        var rows = await _tiny.RowsAsync(tokens);
        var choice = new JsonObject { ["index"] = index, ["text"] = "x", ["finish_reason"] = "length" };
        if ((int?)body["prompt_logprobs"] is { } listed)
        {
            var all = new JsonArray((JsonNode?)null);
            for (var i = 1; i < tokens.Length; i++)
            {
                var entry = new JsonObject();
                foreach (var id in Likeliest(rows[i - 1], listed).Append(tokens[i]).Distinct())
                    entry[id.ToString(CultureInfo.InvariantCulture)] = new JsonObject
                    {
                        ["logprob"] = rows[i - 1][id],
                        ["rank"] = 1,
                        ["decoded_token"] = "x",
                    };
                all.Add(entry);
            }

            choice["prompt_logprobs"] = all;
        }

        if ((int?)body["logprobs"] is { } most)
        {
            var named = NamesTokens && body["logprob_token_ids"] is { } wanted ? TinyTokens.Numbers(wanted)
                : [.. Likeliest(rows[^1], most)];
            choice["logprobs"] = new JsonObject
            {
                ["top_logprobs"] = new JsonArray(
                new JsonObject(named.Select(id => KeyValuePair.Create($"token_id:{id}", (JsonNode?)rows[^1][id]))))
            };
        }

        return choice;
    }

    private async Task PoolAsync(JsonObject body, HttpListenerResponse response)
    {
        var tokens = TinyTokens.Numbers(body["input"]);
        var isActivated = AlwaysActivates || (bool)body["use_activation"]!;
        var rows = (await _tiny.HiddenAsync(tokens)).Where((_, i) => StepTag is not { } tag || tokens[i] == tag)
            .Select(hidden => Activated(hidden[..Outputs], isActivated));
        await LoopbackServer.Json(response,
            new JsonObject
            {
                ["data"] = new JsonArray(
            new JsonObject { ["index"] = 0, ["data"] = new JsonArray([.. rows.Select(TinyTokens.List)]) })
            });
    }

    private static double[] Activated(double[] outputs, bool isActivated) => !isActivated ? outputs
        : outputs.Length == 1 ? [1 / (1 + Math.Exp(-outputs[0]))]
        : [.. outputs.Select(output => Math.Exp(output) / outputs.Sum(Math.Exp))];

    private static IEnumerable<int> Likeliest(double[] row, int count) =>
        Enumerable.Range(0, row.Length).OrderByDescending(id => row[id]).Take(count);

    private static JsonObject Piece(string text, string? reason, double probability) => new()
    {
        ["choices"] = new JsonArray(
        new JsonObject
        {
            ["index"] = 0,
            ["text"] = text,
            ["finish_reason"] = reason,
            ["logprobs"] = new JsonObject { ["token_logprobs"] = new JsonArray(probability) }
        }),
    };
}
