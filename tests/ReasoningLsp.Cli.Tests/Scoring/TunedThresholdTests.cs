using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Cli.Bench;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Scoring;

/// <summary>Figures of families whose threshold was tuned on a set are counted so.</summary>
[Collection("in-process engine")]
public sealed class TunedThresholdTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_threshold_with_the_highest_measure_is_found()
    {
        ThresholdSweep sweep = new([([0.9, 0.6, 0.8], 1), ([0.8, 0.7], -1), ([0.65, 0.9], 0), ([0.75], -1)]);
        Assert.Equal(0, sweep.F1At(0.5));
        Assert.Equal(0.7, sweep.Best());
        Assert.Equal(1, sweep.F1At(0.7));
        Assert.Null(ThresholdSweep.Empty.Best());
        Assert.Null(new ThresholdSweep([([0.5], -1)]).F1At(0.5));
    }

    [Fact]
    public async Task It_is_tuned_on_gsm8k_and_holds_for_the_sets_after_it()
    {
        var profile = await File.ReadAllTextAsync(
            Repository.Path("src/ReasoningLsp.Review/Profiles/Catalog/trl-token-classification.json"),
            TestContext.Current.CancellationToken);
        _folder.Write("tuned.json",
            profile.Replace("\"aggregation\"", "\"published\": \"tuned\", \"aggregation\"", StringComparison.Ordinal));
        foreach (var (set, wrong) in ((string, int)[])[("gsm8k", 1), ("math", 0)])
            _folder.Write($"sets/{set}.jsonl",
                $"{Record("What is 2 + 2?", wrong, "2 + 2 = 4.", "So it is 5.")}\n{Record("What is 3 + 3?", -1, "3 + 3 = 6.")}\n");
        string[] bench = ["bench", "sets", "--profile", "tuned.json", "--in-process",
            "--model", SharedData.Require("fixtures/prm/models/qwen2-tiny.gguf"),
            "--head", SharedData.Require("fixtures/prm/heads/trl-token-classification.safetensors")];
        var text = (await RunAsync(bench)).Output;
        Assert.Equal(3, text.Split("which is best on sets/gsm8k.jsonl").Length - 1);
        Assert.Equal(3, text.Split("  first step below the threshold that is best on GSM8K").Length - 1);
        var json = (await RunAsync([.. bench, "--format", "jsonl"])).Lines.Select(line => JsonDocument.Parse(line).RootElement
            .GetProperty("scores")).ToImmutableArray();
        Assert.Single(json.Select(scores => scores.GetProperty("thresholdTuned").GetDouble()).Distinct());
        Assert.True(json[0].GetProperty("f1Published").GetDouble() >= json[0].GetProperty("f1").GetDouble());
        File.Move(_folder.At("sets/gsm8k.jsonl"), _folder.At("sets/other.jsonl"));
        Assert.Contains("no set is named so", (await RunAsync(bench)).Output, StringComparison.Ordinal);
    }

    private static string Record(string problem, int label, params string[] steps) =>
        JsonSerializer.Serialize(new { problem, steps, label });

    private Task<RunResult> RunAsync(params string[] arguments) => TestProgram.RunAsync(_folder, string.Empty, arguments,
        host => host with { UserFolder = _folder.At("user"), CacheFolder = _folder.At("cache") });
}
