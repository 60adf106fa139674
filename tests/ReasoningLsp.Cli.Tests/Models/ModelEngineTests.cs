using System.Net;
using System.Net.Sockets;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary><c>models engine</c> tells what computes, and what could.</summary>
public sealed class ModelEngineTests : IDisposable
{
    private static readonly EngineLauncher Program = new(Path.Combine(AppContext.BaseDirectory, "reasoning-lsp"), []);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_shows_build_commit_variant_and_devices_of_what_is_used()
    {
        var result = await RunAsync(null, false, "models", "engine");
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Matches(@"\* builtin +comes with the program", result.Output);
        Assert.Matches("build +[0-9a-f]{12}, llama.cpp .+, commit [0-9a-f]{7,9}\n", result.Output);
        Assert.Matches("variant +[a-z]", result.Output);
        Assert.Matches("device +CPU: ", result.Output);
        foreach (var package in BackendCatalog.Here)
            Assert.Matches($" {package.Name} +not installed", result.Output);
    }

    [Fact]
    public async Task A_build_that_cannot_be_loaded_is_shown_with_the_reason_and_the_others_too()
    {
        var package = BackendCatalog.Here.FirstOrDefault();
        Assert.SkipWhen(package is null, "There is none for this platform.");
        Directory.CreateDirectory(_folder.At($"user/engines/{package.Name}-{package.Version}"));
        var result = await RunAsync(null, true, "models", "engine");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"\* cuda12 +installed\n +not usable The llama.cpp libraries are not in ", result.Output);
        Assert.Matches("device +CPU: ", result.Output);
        // Without a driver it is not used by itself.
        Assert.Matches(@"\* builtin", (await RunAsync(null, false, "models", "engine")).Output);
        Assert.Matches(@"\* builtin", (await RunAsync("builtin", true, "models", "engine")).Output);
        Assert.Contains("cuda12 is removed", (await RunAsync(null, true, "models", "engine", "remove", "cuda12")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_is_named_and_not_installed_is_an_error_with_the_remedy()
    {
        var result = await RunAsync("cuda12", false, "models", "engine");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("models engine install cuda12", result.Error, StringComparison.Ordinal);
        // What is not there is not what is used.
        Assert.DoesNotContain("* cuda12", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_there_is_none_of_is_not_offered_to_be_installed()
    {
        var result = await RunAsync("rocm", false, "models", "engine");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("There is no backend \"rocm\" for this platform: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("install rocm", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_that_holds_no_address_is_blamed_by_its_name()
    {
        Assert.SkipUnless(BackendCatalog.Here.Any(package => package.Name == "llamasharp"), "There is none for this platform.");
        var result = await TestProgram.RunAsync(_folder, string.Empty, ["models", "engine", "install", "llamasharp"], host => host with
        {
            UserFolder = _folder.At("user"),
            Variable = name => name == "REASONING_NUGET_FEED" ? "ftp://feed" : null,
        });
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("REASONING_NUGET_FEED is an http or https address, not \"ftp://feed\"", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no backend \"rocm\"", "rocm")]
    [InlineData("is an http or https address, not \"feed\"", "cuda12", "--registry", "feed")]
    public async Task What_is_wrong_in_words_is_told_before_anything_is_asked_for(string reason, params string[] arguments)
    {
        Assert.SkipWhen(BackendCatalog.Here.IsEmpty, "There is none for this platform.");
        var result = await RunAsync(null, false, ["models", "engine", "install", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_the_environment_names_is_asked_and_its_silence_told()
    {
        Assert.SkipUnless(BackendCatalog.Here.Any(package => package.Name == "llamasharp"), "There is none for this platform.");
        var address = $"http://127.0.0.1:{FreePort()}/";
        using var server = new HttpListener();
        server.Prefixes.Add(address);
        server.Start();
        var asked = server.GetContextAsync().ContinueWith(context =>
        {
            var path = context.Result.Request.Url!.AbsolutePath;
            context.Result.Response.StatusCode = 404;
            context.Result.Response.Close();
            return path;
        }, TaskScheduler.Default);
        var result = await TestProgram.RunAsync(_folder, string.Empty, ["models", "engine", "install", "llamasharp"], host => host with
        {
            UserFolder = _folder.At("user"),
            Variable = name => name == "REASONING_NUGET_FEED" ? address + "index.json" : null,
        });
        Assert.Equal("/index.json", await asked);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("404", result.Error, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private Task<RunResult> RunAsync(string? backend, bool nvidia, params string[] arguments) =>
        TestProgram.RunAsync(_folder, string.Empty, arguments, host => host with
        {
            Program = Program,
            UserFolder = _folder.At("user"),
            Backend = backend,
            HasNvidia = nvidia,
        });
}
