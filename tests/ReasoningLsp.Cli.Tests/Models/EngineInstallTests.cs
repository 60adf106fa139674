using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary><c>models engine</c> as a process: what a person sees where feed, folder or libraries are not as they should be.</summary>
public sealed class EngineInstallTests : IDisposable
{
    private static readonly TimeSpan NoHang = TimeSpan.FromSeconds(100);

    private readonly TestFolder _folder = new();
    private readonly HttpListener _feed = new();
    private readonly string _index;

    public EngineInstallTests()
    {
        Assert.SkipUnless(BackendCatalog.Here.Any(package => package.Name == "llamasharp") && OperatingSystem.IsLinux(),
            "There is none for this platform.");
        _index = $"http://127.0.0.1:{FreePort()}/";
        _feed.Prefixes.Add(_index);
    }

    public void Dispose()
    {
        _feed.Close();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_build_is_asked_in_a_process_of_its_own_however_the_program_is_run(bool asLibrary)
    {
        foreach (var name in (string[])["cuda12-0.30.0", "llamasharp-0.30.0"])
        {
            var natives = Path.Combine(AppContext.BaseDirectory, "natives");
            foreach (var file in Directory.GetFiles(natives, "*", SearchOption.AllDirectories))
            {
                var copy = _folder.At($"reasoning-review/engines/{name}/{Path.GetRelativePath(natives, file)}");
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        var cut = Directory.GetFiles(_folder.At("reasoning-review/engines/cuda12-0.30.0"), "libllama.*").Single();
        using (var file = new FileStream(cut, FileMode.Open))
            file.SetLength(file.Length / 2);
        var broken = Directory.GetFiles(_folder.At("reasoning-review/engines/llamasharp-0.30.0"), "libggml-base.*").Single();
        await File.WriteAllTextAsync(broken, "no library", TestContext.Current.CancellationToken);
        var (code, output, error) = await RunAsync(asLibrary, _folder.Path, null, "models", "engine");
        Assert.True(code == 0, error);
        Assert.Matches("device +CPU: ", output);
        Assert.Contains($"not usable {cut} is cut off", output, StringComparison.Ordinal);
        Assert.Contains($"not usable {broken} of llama.cpp cannot be loaded", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_nothing_can_be_kept_in_is_named_with_the_remedy()
    {
        foreach (var command in (string[][])[["models", "engine", "install", "llamasharp", "--registry", _index],
            ["models", "pull", "versaprm-8b"], ["models", "pull", _index + "m.gguf"]])
        {
            var (code, _, error) = await RunAsync(false, "/proc", null, command);
            Assert.Equal(2, code);
            Assert.Contains("Nothing can be kept in /proc/reasoning-review", error, StringComparison.Ordinal);
            Assert.Contains("XDG_CONFIG_HOME", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_nobody_listens_that_is_told_at_once()
    {
        var began = Stopwatch.GetTimestamp();
        var (code, _, error) = await RunAsync(false, _folder.Path, null, "models", "engine", "install", "llamasharp", "--registry", _index);
        Assert.Equal(2, code);
        Assert.Contains($"{_index} could not be downloaded: Connection refused", error, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20), "It waited.");
    }

    [Fact]
    public async Task A_feed_that_gives_nothing_to_everyone_is_told_in_words_about_feeds()
    {
        Answer(context => context.Response.StatusCode = 403);
        var (code, _, error) = await RunAsync(false, _folder.Path, null, "models", "engine", "install", "llamasharp", "--registry", _index);
        Assert.Equal(2, code);
        Assert.Contains("403", error, StringComparison.Ordinal);
        Assert.Contains("name another with --registry or REASONING_NUGET_FEED", error, StringComparison.Ordinal);
        Assert.DoesNotContain("model", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_fails_is_asked_again_which_is_told_and_Ctrl_C_says_what_became_of_the_engine()
    {
        Answer(context => context.Response.StatusCode = 503);
        var (code, _, error) = await RunAsync(false, _folder.Path, "Asked again in 1 s.", "models", "engine", "install", "llamasharp",
            "--registry", _index);
        Assert.Equal(130, code);
        Assert.Contains("The server answers 503", error, StringComparison.Ordinal);
        Assert.Contains("Interrupted; llamasharp is not installed.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("reviewed", error, StringComparison.Ordinal);
    }

    private void Answer(Action<HttpListenerContext> answer)
    {
        _feed.Start();
        _ = Task.Run(async () =>
        {
            while (_feed.IsListening)
            {
                var context = await _feed.GetContextAsync();
                answer(context);
                context.Response.Close();
            }
        });
    }

    /// <summary>Runs the program, and interrupts it as soon as it says <paramref name="until"/>.</summary>
    private async Task<(int Code, string Output, string Error)> RunAsync(bool asLibrary, string configuration, string? until,
        params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "reasoning-lsp");
        var start = new ProcessStartInfo(asLibrary ? "dotnet" : program)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in asLibrary ? [program + ".dll", .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        start.Environment["XDG_CONFIG_HOME"] = configuration;
        start.Environment.Remove("REASONING_BACKEND");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = new StringBuilder();
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(NoHang) is { } line)
        {
            error.AppendLine(line);
            if (until is null || !line.Contains(until, StringComparison.Ordinal))
                continue;
            using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, error.ToString());
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
