using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ReasoningLsp.Cli.Tests.Support;

/// <summary>A stand-in for llama-server on this machine: a character is a token, and yes is always likelier than no.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private const int Yes = 200_000;
    private const int No = 200_001;

    private readonly HttpListener _listener = new();
    private readonly Task _running;

    public ScriptedServer()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _running = RunAsync();
    }

    public string Address { get; }

    public ConcurrentQueue<(string Path, string Body, string? Key)> Requests { get; } = [];

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
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer?.ToJsonString() ?? "{}"));
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static JsonNode? Answer(string path, string body) => path switch
    {
        "/v1/models" => JsonNode.Parse("""{"data":[{"id":"served","owned_by":"llamacpp"}]}"""),
        "/props" => JsonNode.Parse("""{"default_generation_settings":{"n_ctx":4096},"bos_token":""}"""),
        "/tokenize" => Tokens(JsonNode.Parse(body)!),
        "/completion" => new JsonObject { ["completion_probabilities"] = new JsonArray(new JsonObject { ["top_logprobs"] = new JsonArray(Token(Yes, 0.9), Token(No, 0.06), Token('x', 1e-9)) }) },
        _ => null,
    };

    private static JsonObject Tokens(JsonNode asked)
    {
        var text = (string)asked["content"]!;
        int[] tokens = text is "<|im_start|>" or "<|im_end|>" && (bool)asked["parse_special"]! ? [text.Length + 300_000]
            : text is "Yes" or "YES" ? [Yes]
            : text is "No" or "NO" ? [No]
            : [.. text.Select(character => (int)character)];
        return new JsonObject { ["tokens"] = new JsonArray([.. tokens.Select(token => new JsonObject { ["id"] = token, ["piece"] = "x" })]) };
    }

    private static JsonObject Token(int id, double probability) => new() { ["id"] = id, ["logprob"] = Math.Log(probability) };
}
