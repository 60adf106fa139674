using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace ReasoningLsp.TestSupport;

/// <summary>
/// A hub of models on this machine that behaves as the real one does: small files it sends, large ones it redirects to another path with an
/// ETag and ranges, it answers 404 for what is not there, and 429 with Retry-After to who asks too much.
/// </summary>
public sealed class LoopbackHub : IDisposable
{
    private const int Large = 100_000;
    private const int Chunk = 64 * 1024;

    private readonly HttpListener _listener = new();
    private readonly Task _running;
    private readonly ConcurrentDictionary<string, string> _repositories = new(StringComparer.Ordinal);
    private int _limited;

    public LoopbackHub()
    {
        using (var socket = new TcpListener(IPAddress.Loopback, 0))
        {
            socket.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Where it is.</summary>
    public string Address { get; }

    /// <summary>What `models pull --source` takes.</summary>
    public string Source => Address + "/{repository}/resolve/{revision}/";

    /// <summary>Paths that were asked for, in order, with the first byte.</summary>
    public ConcurrentQueue<(string Path, long From, int Status)> Requests { get; } = [];

    /// <summary>So many requests are answered 429 first.</summary>
    public int Limited
    {
        get => _limited;
        init => _limited = value;
    }

    /// <summary>Names of files in whose place pointers of Git LFS are sent.</summary>
    public IReadOnlySet<string> Pointers { get; init; } = new HashSet<string>();

    /// <summary>Waits so long after each 64 KiB of a large file.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Publishes a folder, as a repository at a revision.</summary>
    public void Publish(string repository, string folder, string revision = "main") =>
        _repositories[$"/{repository}/resolve/{revision}/"] = folder;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Close();
        _running.GetAwaiter().GetResult();
    }

    private async Task RunAsync()
    {
        while (true)
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

            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await SendAsync(context.Request, context.Response);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException
            or InvalidOperationException)
        {
            // Who asked went away.
        }
    }

    private async Task SendAsync(HttpListenerRequest request, HttpListenerResponse response)
    {
        var path = Uri.UnescapeDataString(request.Url!.AbsolutePath);
        var from = request.Headers["Range"] is { } range
            ? long.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : 0;
        var isCdn = path.StartsWith("/cdn", StringComparison.Ordinal);
        var file = FileOf(isCdn ? path["/cdn".Length..] : path);
        if (file is not null && Interlocked.Decrement(ref _limited) >= 0)
        {
            response.StatusCode = 429;
            response.Headers["Retry-After"] = "1";
        }
        else if (file is null)
        {
            response.StatusCode = 404;
            response.Headers["X-Error-Code"] = "EntryNotFound";
        }
        else if (Pointers.Contains(Path.GetFileName(file)))
        {
            var pointer = $"version https://git-lfs.github.com/spec/v1\noid sha256:{Tag(file)}\nsize {new FileInfo(file).Length}\n";
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(pointer));
        }
        else if (new FileInfo(file).Length > Large && !isCdn)
        {
            response.StatusCode = 302;
            response.Headers["Location"] = "/cdn" + request.Url.AbsolutePath;
            response.Headers["X-Linked-Size"] = new FileInfo(file).Length.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            await SendAsync(file, from, request, response);
        }

        Requests.Enqueue((path, from, response.StatusCode));
    }

    private async Task SendAsync(string file, long from, HttpListenerRequest request, HttpListenerResponse response)
    {
        var tag = $"\"{Tag(file)}\"";
        response.Headers["ETag"] = tag;
        var bytes = await File.ReadAllBytesAsync(file);
        if (from > 0 && request.Headers["If-Range"] is { } known && known != tag)
            from = 0;
        if (from >= bytes.Length && from > 0)
        {
            response.StatusCode = 416;
            return;
        }

        if (from > 0)
        {
            response.StatusCode = 206;
            response.Headers["Content-Range"] = string.Create(CultureInfo.InvariantCulture,
                $"bytes {from}-{bytes.Length - 1}/{bytes.Length}");
        }

        response.ContentLength64 = bytes.Length - from;
        for (var at = (int)from; at < bytes.Length; at += Chunk)
        {
            await response.OutputStream.WriteAsync(bytes.AsMemory(at, Math.Min(Chunk, bytes.Length - at)));
            if (Pause > TimeSpan.Zero && bytes.Length > Large)
                await Task.Delay(Pause);
        }
    }

    private string? FileOf(string path)
    {
        foreach (var (prefix, folder) in _repositories)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal) && path[prefix.Length..] is var name && !name.Contains('/')
                && File.Exists(Path.Combine(folder, name)))
                return Path.Combine(folder, name);
        }

        return null;
    }

    private static string Tag(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
