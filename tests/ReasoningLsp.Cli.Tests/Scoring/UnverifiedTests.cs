using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Scoring;

/// <summary>A profile that no golden scores hold says so wherever its scores are shown, whatever its file says of itself.</summary>
[Collection("in-process engine")]
public sealed class UnverifiedTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("reasonflux-prm-7b")]
    [InlineData("own.json")]
    public async Task It_says_so_in_every_report_and_list(string profile)
    {
        _folder.Write("own.json", (await File.ReadAllTextAsync(
            Repository.Path("src/ReasoningLsp.Review/Profiles/Catalog/qwen2.5-math-prm.json"), TestContext.Current.CancellationToken))
            .Replace("\"qwen2.5-math-prm\"", "\"own\"", StringComparison.Ordinal));
        _folder.Write("a.trace.jsonl", """
            {"problem": "What is 3 * 4?", "steps": ["3 * 4 = 12.", "The answer is 12."], "label": -1}
            """);
        var added = await RunAsync("models", "add", "mine", "--profile", profile, "--model",
            SharedData.Require("fixtures/prm/models/qwen2-tiny.gguf"), "--head",
            SharedData.Require("fixtures/prm/heads/qwen2.5-math-prm.safetensors"), "--in-process");
        Assert.Equal((0, string.Empty), (added.ExitCode, added.Error));
        foreach (var format in (string[])["text", "jsonl", "sarif", "html", "github", "markdown"])
        {
            var report = await RunAsync("review", "a.trace.jsonl", "--profile", "mine", "--format", format, "--in-process");
            Assert.Contains("unverified", report.Output, StringComparison.Ordinal);
        }

        Assert.Contains("unverified", (await RunAsync("bench", "a.trace.jsonl", "--profile", "mine", "--in-process")).Output,
            StringComparison.Ordinal);
        Assert.Contains((await RunAsync("models", "list")).Lines, line => line.StartsWith("  mine ", StringComparison.Ordinal)
            && line.EndsWith("profile unverified", StringComparison.Ordinal));
        Assert.Contains("; unverified", (await RunAsync("models", "show", "mine")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_are_shown_by_their_names_too()
    {
        var shown = await RunAsync("models", "show", "pure-prm");
        Assert.Contains("; unverified", shown.Output, StringComparison.Ordinal);
        Assert.Contains("source", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_model_is_called_one()
    {
        var added = await RunAsync("models", "add", "mine", "--profile", "math-psa", "--model", _folder.Path);
        Assert.Equal(2, added.ExitCode);
        Assert.Contains("is a folder", added.Error, StringComparison.Ordinal);
    }

    private Task<RunResult> RunAsync(params string[] arguments) => TestProgram.RunAsync(_folder, string.Empty, arguments,
        host => host with { UserFolder = _folder.At("user"), CacheFolder = _folder.At("cache") });
}
