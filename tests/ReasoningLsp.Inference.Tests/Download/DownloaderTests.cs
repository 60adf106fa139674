using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Download;

/// <summary>Downloads from a server on this machine that drops, stalls, lies about lengths and serves garbage.</summary>
public sealed class DownloaderTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly byte[] _model;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public DownloaderTests() => _model = File.ReadAllBytes(TinyModel.Write(_folder["source.gguf"]));

    private string Target => _folder["out/model.gguf"];

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_arrives_whole_with_its_hash()
    {
        await using var server = new RudeServer((_, _) => new Answer(_model));
        await DownloadAsync(server, Convert.ToHexStringLower(SHA256.HashData(_model)));
        Assert.Equal(_model, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
        Assert.Equal(["model.gguf"], Directory.GetFiles(_folder["out"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_server_that_drops_is_asked_for_the_rest()
    {
        var ranges = new List<long>();
        await using var server = new RudeServer((_, from) =>
        {
            ranges.Add(from);
            return new Answer(_model, From: from, Sent: Math.Min(_model.Length - (int)from, 60_000));
        });
        await DownloadAsync(server);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
        Assert.True(ranges.Count > 2 && ranges[1] > 0, string.Join(' ', ranges));
    }

    [Fact]
    public async Task A_server_that_knows_no_ranges_or_changed_the_file_sends_all_again()
    {
        await using var server = new RudeServer(
            (attempt, _) => attempt == 0 ? new Answer(new byte[_model.Length], Sent: 5_000, Tag: "\"old\"")
            : new Answer(_model, Tag: "\"new\""));
        await DownloadAsync(server);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Half_a_file_of_no_version_is_no_progress_and_is_not_asked_for_without_end()
    {
        var asked = 0;
        await using var server = new RudeServer((attempt, _) =>
        {
            asked = attempt;
            return new Answer(_model, Sent: _model.Length / 2, Tag: "W/\"weak\"");
        });
        await Assert.ThrowsAsync<InferenceException>(() => DownloadAsync(server));
        Assert.InRange(asked, 1, 20);
    }

    [Fact]
    public async Task A_server_that_stalls_is_asked_again()
    {
        await using var server = new RudeServer(
            (attempt, from) => attempt == 0 ? new Answer(_model, Sent: 1_000, Stalls: true) : new Answer(_model, From: from));
        await DownloadAsync(server);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_fails_for_a_while_is_asked_again_and_one_that_fails_on_is_named()
    {
        await using var moody = new RudeServer((attempt, _) => attempt < 2 ? new Answer([], Status: 503) : new Answer(_model));
        await DownloadAsync(moody);
        await using var broken = new RudeServer((_, _) => new Answer([], Status: 500));
        var error = await Assert.ThrowsAsync<InferenceException>(() => DownloadAsync(broken));
        Assert.Equal(InferenceError.Unavailable, error.Kind);
        Assert.Contains("500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_or_needs_an_account_is_not_asked_for_again()
    {
        var asked = 0;
        await using var server = new RudeServer((_, _) =>
        {
            asked++;
            return new Answer([], Status: 403);
        });
        var error = await Assert.ThrowsAsync<InferenceException>(() => DownloadAsync(server));
        Assert.Equal((InferenceError.NoFile, 1), (error.Kind, asked));
        Assert.Contains("the server answers 403 x. Ask its owner.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_time_that_it_is_asked_again_is_told_with_the_reason()
    {
        var told = new List<string>();
        await using var moody = new RudeServer((attempt, _) => attempt < 2 ? new Answer([], Status: 503) : new Answer(_model));
        await Downloader().DownloadAsync(moody.Address, Target, null, new Listener(value =>
        {
            if (value.Trouble is { } trouble)
                told.Add($"{value.File}: {trouble}");
        }), TestContext.Current.CancellationToken);
        Assert.Equal(["model.gguf: The server answers 503 x. Asked again in 0 s.",
            "model.gguf: The server answers 503 x. Asked again in 0 s."], told);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/model.gguf", "Connection refused")]
    [InlineData("http://nobody.invalid/model.gguf", "nobody.invalid")]
    public async Task Where_nobody_is_nobody_is_asked_again(string address, string reason)
    {
        int port;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        var waits = new Listener(value => Assert.Null(value.Trouble));
        var error = await Assert.ThrowsAsync<InferenceException>(() => Downloader().DownloadAsync(
            new Uri(address.Replace("{0}", $"{port}", StringComparison.Ordinal)), Target, null, waits,
            TestContext.Current.CancellationToken));
        Assert.Equal(InferenceError.Unavailable, error.Kind);
        Assert.Contains(reason, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.GetFiles(_folder["out"]));
    }

    [Fact]
    public async Task A_server_that_was_there_and_is_gone_for_a_moment_is_asked_again()
    {
        var told = 0;
        await using var server = new RudeServer((_, _) => new Answer(_model, Sent: 20_000));
        var error = await Assert.ThrowsAsync<InferenceException>(() => Downloader().DownloadAsync(server.Address, Target, null,
            new Listener(value =>
            {
                if (value.Trouble is not null && ++told == 1)
                    server.Leave();
            }), TestContext.Current.CancellationToken));
        Assert.Contains("What arrived is kept", error.Message, StringComparison.Ordinal);
        Assert.InRange(told, 3, 9);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(100_000L)]
    public async Task More_than_it_may_have_is_refused_and_not_kept(long? announced)
    {
        await using var server = new RudeServer((_, _) => new Answer(new byte[100_000], Length: announced ?? -1));
        var error = await Assert.ThrowsAsync<InferenceException>(() => Downloader().DownloadAsync(server.Address, Target, null, null,
            TestContext.Current.CancellationToken, most: 9_999));
        Assert.Equal(InferenceError.BadFile, error.Kind);
        Assert.Contains("more than 9,999 bytes", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder["out"]));
    }

    [Theory]
    [InlineData("<html>Not found</html>", null, "no GGUF file")]
    [InlineData("GGUF", "00", "SHA-256")]
    public async Task Garbage_is_refused_and_not_kept(string content, string? sha256, string reason)
    {
        await using var server = new RudeServer((_, _) => new Answer(Encoding.UTF8.GetBytes(content)));
        var error = await Assert.ThrowsAsync<InferenceException>(() => DownloadAsync(server, sha256));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
        Assert.False(File.Exists(Target + ".part"));
    }

    [Fact]
    public async Task A_file_that_does_not_fit_on_the_disk_is_refused_before_it_is_fetched()
    {
        await using var server = new RudeServer((_, _) => new Answer([1], Length: long.MaxValue / 2));
        var error = await Assert.ThrowsAsync<InferenceException>(() => DownloadAsync(server));
        Assert.Equal(InferenceError.TooLarge, error.Kind);
    }

    [Fact]
    public async Task A_part_that_belongs_to_another_version_is_not_continued_with_this_one()
    {
        var other = new byte[_model.Length];
        await using var server = new RudeServer((attempt, from) => attempt switch
        {
            0 => new Answer(other, Sent: 20_000, Tag: "\"old\""),
            // It goes on with the new file though it was asked for the rest of the old one.
            1 => new Answer(_model, From: from, Tag: "\"new\""),
            _ => new Answer(_model, Tag: "\"new\""),
        });
        await DownloadAsync(server);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_part_that_is_longer_than_the_file_is_begun_anew_by_itself()
    {
        await using var server = new RudeServer((attempt, from) => attempt switch
        {
            0 => new Answer(new byte[_model.Length], Sent: 20_000),
            _ => from > 0 ? new Answer([], Status: 416) : new Answer(_model),
        });
        await DownloadAsync(server);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_short_part_is_not_taken_for_the_rest()
    {
        await using var server = new RudeServer((attempt, from) => attempt switch
        {
            0 => new Answer(_model, Sent: 20_000),
            1 => new Answer(_model, From: from, Sent: 1_000, Length: 1_000),
            _ => new Answer(_model, From: from),
        });
        await DownloadAsync(server);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(204, null, "204")]
    [InlineData(302, "file:///etc/passwd", "sends on to file:")]
    [InlineData(302, "/model.gguf", "from address to address")]
    [InlineData(304, null, "304")]
    public async Task What_is_no_file_is_told_at_once(int status, string? location, string reason)
    {
        var asked = 0;
        await using var server = new RudeServer((_, _) =>
        {
            asked++;
            return new Answer([], Status: status, Location: location);
        });
        var error = await Assert.ThrowsAsync<InferenceException>(() => DownloadAsync(server));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(InferenceError.NoFile, error.Kind);
        Assert.InRange(asked, 1, 11);
        Assert.Empty(Directory.GetFiles(_folder["out"]));
    }

    [Fact]
    public async Task What_was_stopped_leaves_one_part_that_the_next_run_goes_on_from()
    {
        var froms = new List<long>();
        using var stop = new CancellationTokenSource();
        await using var server = new RudeServer((attempt, from) =>
        {
            froms.Add(from);
            if (attempt > 0)
                return new Answer(_model, From: from);
            stop.CancelAfter(TimeSpan.FromMilliseconds(300));
            return new Answer(_model, Sent: 20_000, Stalls: true);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Downloader().DownloadAsync(server.Address, Target, null, null,
            stop.Token));
        Assert.EndsWith(".part", Assert.Single(Directory.GetFiles(_folder["out"])), StringComparison.Ordinal);
        await DownloadAsync(server);
        Assert.Equal(["model.gguf"], Directory.GetFiles(_folder["out"]).Select(Path.GetFileName));
        Assert.Equal(20_000, froms[1]);
    }

    private Downloader Downloader() =>
        new(_http, TimeProvider.System, TimeSpan.FromMilliseconds(700), TimeSpan.FromMilliseconds(10), "Ask its owner.");

    private Task DownloadAsync(RudeServer server, string? sha256 = null) =>
        Downloader().DownloadAsync(server.Address, Target, sha256, null, TestContext.Current.CancellationToken);

    private sealed class Listener(Action<DownloadProgress> told) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => told(value);
    }

    private sealed record Answer(byte[] Content, int Status = 200, long From = 0, int? Sent = null, long? Length = null,
        string Tag = "\"tag\"", bool Stalls = false, string? Location = null);

    private sealed class RudeServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _serving;

        public RudeServer(Func<int, long, Answer> answer)
        {
            _listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/model.gguf");
            _serving = ServeAsync(answer);
        }

        public Uri Address { get; }

        public void Leave() => _listener.Stop();

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            _listener.Stop();
            await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
        }

        private async Task ServeAsync(Func<int, long, Answer> answer)
        {
            for (var attempt = 0; ; attempt++)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                var from = await RangeAsync(stream);
                var reply = answer(attempt, from);
                var partial = reply.From > 0 && reply.Status == 200;
                var left = reply.Content.Length - (int)(partial ? reply.From : 0);
                var head = $"HTTP/1.1 {(partial ? "206 Partial Content" : $"{reply.Status} x")}\r\nETag: "
                    + $"{reply.Tag}\r\n{(reply.Length is < 0 ? string.Empty : $"Content-Length: {reply.Length ?? left}\r\n")}"
                    + (reply.Location is { } location ? $"Location: {location}\r\n" : string.Empty)
                    + (partial ? $"Content-Range: bytes {reply.From}-{reply.Content.Length - 1}/{reply.Content.Length}\r\n"
                    : string.Empty) + "Connection: close\r\n\r\n";
                try
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
                    await stream.WriteAsync(reply.Content.AsMemory(reply.Content.Length - left, Math.Min(left, reply.Sent ?? left)),
                        _stop.Token);
                    if (reply.Stalls)
                        await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, _stop.Token);
                }
                catch (IOException)
                {
                    // The client had enough.
                }
            }
        }

        private async Task<long> RangeAsync(NetworkStream stream)
        {
            var request = new StringBuilder();
            var buffer = new byte[4_096];
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var count = await stream.ReadAsync(buffer, _stop.Token);
                if (count == 0)
                    return 0;
                request.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }

            var range = request.ToString().Split("\r\n")
                .FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
            return range is null ? 0
                : long.Parse(range["Range: bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
