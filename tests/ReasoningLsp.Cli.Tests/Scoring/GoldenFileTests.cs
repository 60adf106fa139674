using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Scoring;

/// <summary>A family's golden scores are reached from a file, whatever stands at the ends of its texts.</summary>
[Collection("in-process engine")]
public sealed class GoldenFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string> Families => ["versaprm", "math-psa", "math-shepherd", "trl-token-classification", "qwen2.5-math-prm"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Families))]
    public async Task Review_of_a_file_gives_the_golden_scores(string family)
    {
        using var golden = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedData.Require($"fixtures/prm/cases/{family}.json"),
            TestContext.Current.CancellationToken));
        var cases = golden.RootElement.GetProperty("cases").EnumerateArray()
            .Where(each => each.GetProperty("name").GetString() is not "long").ToList();
        _folder.Write("cases.jsonl", string.Join('\n', cases.Select(each => new JsonObject
        {
            ["problem"] = each.GetProperty("problem").GetString(),
            ["steps"] = new JsonArray([.. each.GetProperty("steps").EnumerateArray().Select(step => (JsonNode?)step.GetString())]),
        }.ToJsonString())));
        string[] command = ["review", "cases.jsonl", "--format", "jsonl", "--fail-on", "never", "--profile", family, "--model",
            SharedData.Require("fixtures/prm/" + golden.RootElement.GetProperty("backbone").GetString())];
        if (golden.RootElement.GetProperty("head").GetString() is { } head)
            command = [.. command, "--head", SharedData.Require("fixtures/prm/" + head)];
        foreach (var (precision, tolerance) in ((string, double)[])[("f32", 1e-4), ("default", 5e-3)])
        {
            var lines = (await RunAsync([.. command, "--precision", precision])).Lines.ToList();
            Assert.Equal(cases.Count, lines.Count);
            foreach (var (line, each) in lines.Zip(cases))
            {
                using var review = JsonDocument.Parse(line);
                var scores = review.RootElement.GetProperty("scores").EnumerateArray()
                    .Select(score => score.GetProperty("value").GetDouble()).ToList();
                var expected = each.GetProperty("scores").EnumerateArray().Select(score => score.GetDouble()).ToList();
                Assert.Equal(expected.Count, scores.Count);
                Assert.All(expected.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, tolerance));
            }
        }
    }

    private Task<RunResult> RunAsync(params string[] arguments) => TestProgram.RunAsync(_folder, string.Empty, arguments,
        host => host with { UserFolder = _folder.At("user"), CacheFolder = _folder.At("cache") });
}
