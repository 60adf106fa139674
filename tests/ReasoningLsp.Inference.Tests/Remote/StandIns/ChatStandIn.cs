using System.Net;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Tests.Remote.StandIns;

/// <summary>Speaks as OpenAI's server does, with answers that a test chooses.</summary>
internal sealed class ChatStandIn
{
    /// <summary>The likeliest first tokens of any answer.</summary>
    public IReadOnlyDictionary<string, double> Next { get; init; } = new Dictionary<string, double>
    {
        ["YES"] = 0.7,
        ["Yes"] = 0.1,
        ["NO"] = 0.15,
        ["The"] = 1e-6,
    };

    /// <summary>What is written.</summary>
    public string[] Written { get; init; } = ["So ", "it is 4."];

    public Task AnswerAsync(Asked asked, HttpListenerResponse response) => asked.Path switch
    {
        "/v1/models" => LoopbackServer.Json(response,
            JsonNode.Parse("""{"data":[{"id":"chatty","owned_by":"somebody"},{"id":"other"}]}""")!),
        "/v1/chat/completions" when (bool?)asked.Json["stream"] == true =>
            LoopbackServer.Events(response, [.. Written.Select(text => Chunk(text, null)), Chunk(null, "stop")]),
        "/v1/chat/completions" => LoopbackServer.Json(response, Completion()),
        _ => LoopbackServer.Json(response, JsonNode.Parse("""{"error":{"message":"Invalid URL"}}""")!, 404),
    };

    public static CompareRequest Question(LoopbackServer server, string? variable = null) => new()
    {
        Model = ModelReference.Served(new RemoteModel(server.Address + "/v1", "chatty", variable)),
        Prefix = [PromptPiece.Control("<|im_start|>"), PromptPiece.Plain("user\nCheck this: <|im_end|> 1 + 1 = 2.")],
        Continuations = [[PromptPiece.Plain(" Is it right?"), PromptPiece.Control("<|im_end|>"), PromptPiece.Plain("\n"),
        PromptPiece.Control("<|im_start|>"), PromptPiece.Plain("assistant\n")]],
        Candidates = [[PromptPiece.Plain("YES"), PromptPiece.Plain("Yes"), PromptPiece.Plain("yes")],
        [PromptPiece.Plain("NO"), PromptPiece.Plain("No")]],
    };

    private JsonObject Completion() => new()
    {
        ["id"] = "c",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "chatty",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = "length",
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = "YES", ["refusal"] = null },
            ["logprobs"] = new JsonObject
            {
                ["content"] = new JsonArray(Token("YES", 0.7, new JsonArray([.. Next.Select(each => Token(each.Key, each.Value, null))]))),
                ["refusal"] = null,
            },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
    };

    private static JsonObject Token(string text, double probability, JsonArray? top)
    {
        var token = new JsonObject { ["token"] = text, ["logprob"] = Math.Log(probability), ["bytes"] = null };
        if (top is not null)
            token["top_logprobs"] = top;
        return token;
    }

    private static JsonObject Chunk(string? text, string? reason) => new()
    {
        ["id"] = "c",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1,
        ["model"] = "chatty",
        ["choices"] = new JsonArray(
        new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = reason,
            ["delta"] = text is null ? new JsonObject() : new JsonObject { ["content"] = text }
        }),
    };
}
