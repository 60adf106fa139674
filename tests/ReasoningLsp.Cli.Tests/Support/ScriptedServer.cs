using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Cli.Tests.Support;

/// <summary>A stand-in for llama-server on this machine: a character is a token, yes is always likelier than no, and what it writes was
/// told.</summary>
internal sealed partial class ScriptedServer : IDisposable
{
    private const int Yes = 200_000;
    private const int No = 200_001;

    private readonly HttpListener _listener = new();
    private readonly Task _running;

    public ScriptedServer(int? port = null)
    {
        Address = $"http://127.0.0.1:{port ?? FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _running = RunAsync();
    }

    public string Address { get; }

    public ConcurrentQueue<(string Path, string Body, string? Key)> Requests { get; } = [];

    /// <summary>What it writes after a prompt's last "Step N:", by the number of the seed from 1; nothing for other seeds.</summary>
    public IReadOnlyList<string> Writes { get; init; } = [];

    /// <summary>What it writes whatever it is asked, or null.</summary>
    public string? Says { get; init; }

    /// <summary>What it writes after a prompt, or null.</summary>
    public Func<string, string>? Replies { get; init; }

    /// <summary>Tokens that it reads at once.</summary>
    public int Context { get; init; } = 4096;

    /// <summary>The names of what it serves.</summary>
    public IReadOnlyList<string> Serves { get; init; } = ["served"];

    /// <summary>Who says that it serves them; whoever is not known only holds conversations.</summary>
    public string Owner { get; init; } = "llamacpp";

    /// <summary>What it answers in a conversation; null where it holds none.</summary>
    public string? Converses { get; init; } = "Yes.";

    public int Computed => Requests.Count(request => request.Path == "/completion");

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _listener.Close();
        _running.GetAwaiter().GetResult();
    }

    private async Task RunAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                var body = await reader.ReadToEndAsync();
                var path = context.Request.Url!.AbsolutePath;
                Requests.Enqueue((path, body, context.Request.Headers["Authorization"]));
                var answer = Answer(path, body);
                context.Response.StatusCode = answer is null ? 404 : 200;
                await context.Response.OutputStream.WriteAsync(
                    Encoding.UTF8.GetBytes(IsStream(answer) ? $"data: {answer!.ToJsonString()}\n\n" : answer?.ToJsonString() ?? "{}"));
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static bool IsStream(JsonNode? answer) =>
        answer?["stop_type"] is not null || (string?)answer?["object"] == "chat.completion.chunk";

    private JsonNode? Answer(string path, string body) => path switch
    {
        "/v1/models" => new JsonObject
        {
            ["data"] = new JsonArray([.. Serves.Select(id => new JsonObject { ["id"] = id, ["owned_by"] = Owner })]),
        },
        "/props" when Owner == "llamacpp" => new JsonObject
        {
            ["default_generation_settings"] = new JsonObject { ["n_ctx"] = Context },
            ["bos_token"] = string.Empty,
        },
        "/tokenize" => Tokens(JsonNode.Parse(body)!),
        "/v1/chat/completions" when Converses is not null => new JsonObject
        {
            ["id"] = "c",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1,
            ["model"] = "served",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["finish_reason"] = "stop",
                ["delta"] = new JsonObject { ["content"] = Converses },
            }),
        },
        "/completion" when JsonNode.Parse(body)!["stream"] is not null => Written(JsonNode.Parse(body)!),
        "/completion" => new JsonObject
        {
            ["completion_probabilities"] = new JsonArray(
            new JsonObject { ["top_logprobs"] = new JsonArray(Token(Yes, 0.9), Token(No, 0.06), Token('x', 1e-9)) })
        },
        _ => null,
    };

    private JsonObject Written(JsonNode asked)
    {
        var prompt = string.Concat(
            asked["prompt"]!.AsArray().Select(token => (int)token!).Where(token => token <= char.MaxValue).Select(token => (char)token));
        var seed = (int)asked["seed"]!;
        var said = Replies?.Invoke(prompt) ?? Says;
        var whole = said ?? (seed <= Writes.Count ? Writes[seed - 1] : string.Empty);
        var rest = said is null && Label().Matches(prompt)[^1] is var label
            ? whole[Math.Min(whole.Length, prompt.Length - label.Index - label.Length)..] : whole;
        var stop = asked["stop"]!.AsArray().Select(each => rest.IndexOf((string)each!, StringComparison.Ordinal)).Where(at => at >= 0)
            .DefaultIfEmpty(rest.Length).Min();
        var length = Math.Min(stop, (int)asked["n_predict"]!);
        return new JsonObject
        {
            ["content"] = rest[..length],
            ["stop"] = true,
            ["stop_type"] = length == stop ? "eos" : "limit",
            ["tokens_predicted"] = length,
        };
    }

    private static JsonObject Tokens(JsonNode asked)
    {
        var text = (string)asked["content"]!;
        int[] tokens = text is "<|im_start|>" or "<|im_end|>" && (bool)asked["parse_special"]! ? [text.Length + 300_000]
            : text is "Yes" or "YES" or " Yes" ? [Yes]
            : text is "No" or "NO" or " No" ? [No]
            : [.. text.Select(character => (int)character)];
        return new JsonObject
        {
            ["tokens"] = new JsonArray(
            [.. tokens.Select(token => new JsonObject { ["id"] = token, ["piece"] = "x" })])
        };
    }

    private static JsonObject Token(int id, double probability) => new() { ["id"] = id, ["logprob"] = Math.Log(probability) };

    [GeneratedRegex("Step [0-9]+:", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
