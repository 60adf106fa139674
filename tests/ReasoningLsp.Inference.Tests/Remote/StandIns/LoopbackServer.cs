using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReasoningLsp.Inference.Tests.Remote.StandIns;

/// <summary>What was asked of a stand-in.</summary>
internal sealed record Asked(string Path, string Body, string? Authorization, string Headers)
{
    public JsonObject Json => (JsonObject)JsonNode.Parse(Body)!;
}

/// <summary>A server on this machine, for tests of what is said to servers.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<Asked, HttpListenerResponse, Task> _answer;
    private readonly Task _running;
    private int _inFlight;
    private int _most;

    public LoopbackServer(Func<Asked, HttpListenerResponse, Task> answer)
    {
        _answer = answer;
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _running = RunAsync();
    }

    public string Address { get; }

    public ConcurrentQueue<Asked> Requests { get; } = [];

    public int MostInFlight => Volatile.Read(ref _most);

    public static Task Json(HttpListenerResponse response, JsonNode body, int status = 200) => Text(response, body.ToJsonString(), status);

    public static async Task Text(HttpListenerResponse response, string body, int status = 200, string type = "application/json")
    {
        response.StatusCode = status;
        response.ContentType = type;
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        response.Close();
    }

    public static Task Events(HttpListenerResponse response, IEnumerable<JsonNode> events) =>
        Text(response, string.Concat(events.Select(each => $"data: {each.ToJsonString()}\n\n")) + "data: [DONE]\n\n",
        type: "text/event-stream");

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
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var now = Interlocked.Increment(ref _inFlight);
        for (var most = _most; now > most; most = _most)
            Interlocked.CompareExchange(ref _most, now, most);
        try
        {
            using var reader = new StreamReader(context.Request.InputStream);
            var request = new Asked(context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync(),
                context.Request.Headers["Authorization"], context.Request.Headers.ToString()!);
            Requests.Enqueue(request);
            await _answer(request, context.Response);
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException)
        {
            // Who asked went away.
        }
        catch (Exception error) when (error is InferenceException or JsonException or InvalidOperationException or NullReferenceException)
        {
            await Json(context.Response, new JsonObject { ["error"] = new JsonObject { ["message"] = error.ToString() } }, 400);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
