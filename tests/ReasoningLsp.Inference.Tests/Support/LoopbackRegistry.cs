using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ReasoningLsp.Inference.Tests.Support;

/// <summary>A registry on this machine that gives out what a test lays into it.</summary>
internal sealed class LoopbackRegistry : IDisposable
{
    private readonly HttpListener _listener = new();

    public LoopbackRegistry()
    {
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>Its address; paths are relative to it.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/r/");

    /// <summary>What it has, by path.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>How many bytes an answer has before it breaks off.</summary>
    public Func<string, int>? BreaksAt { get; set; }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
                await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath[Address.AbsolutePath.Length..];
        Asked.Add(path);
        var response = context.Response;
        if (!Files.TryGetValue(path, out var content))
        {
            response.StatusCode = 404;
            response.Close();
            return;
        }

        var from = context.Request.Headers["Range"] is { } range
            ? int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : 0;
        response.Headers["ETag"] = "\"v1\"";
        response.ContentLength64 = content.Length - from;
        if (from > 0)
        {
            response.StatusCode = 206;
            response.Headers["Content-Range"] = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        var count = Math.Clamp((BreaksAt?.Invoke(path) ?? int.MaxValue) - from, 0, content.Length - from);
        await response.OutputStream.WriteAsync(content.AsMemory(from, count));
        await response.OutputStream.FlushAsync();
        if (count < content.Length - from)
            response.Abort();
        else
            response.Close();
    }
}
