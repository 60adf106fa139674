using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>Every family's scores equal those that its own reference code computed.</summary>
[Collection(nameof(EngineFixture))]
public sealed class GoldenScoreTests(EngineFixture fixture)
{
    private const double ExactTolerance = 1e-4;
    private const double DefaultTolerance = 5e-3;

    // Its golden scores are of the weights in full, 0.5 GB; what is here has four bits a weight.
    private const string OfQuantised = "yes-no-verifier";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var family in Families)
            {
                using var file = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require($"fixtures/prm/cases/{family}.json")));
                foreach (var golden in file.RootElement.GetProperty("cases").EnumerateArray())
                    data.Add(family, golden.GetProperty("name").GetString()!);
            }

            return data;
        }
    }

    // All that have golden scores; a confirmed profile without any is found by ProfileTests.
    private static IEnumerable<string> Families => Directory.GetFiles(SharedData.Require("fixtures/prm/cases"), "*.json")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Where(family => family != OfQuantised).Order(StringComparer.Ordinal);

    [Theory, Trait("Category", "Long"), MemberData(nameof(Cases))]
    public async Task Scores_equal_the_golden_ones(string family, string name)
    {
        using var file = JsonDocument.Parse(
            await File.ReadAllTextAsync(SharedData.Require($"fixtures/prm/cases/{family}.json"), TestContext.Current.CancellationToken));
        var golden = file.RootElement.GetProperty("cases").EnumerateArray().Single(each => each.GetProperty("name").GetString() == name);
        var problem = golden.GetProperty("problem").GetString()!;
        ImmutableArray<string> steps = [.. golden.GetProperty("steps").EnumerateArray().Select(step => step.GetString()!)];
        foreach (var (cache, tolerance) in ((CachePrecision, double)[])[(CachePrecision.Single, ExactTolerance),
            (CachePrecision.Half, DefaultTolerance)])
        {
            // Of three thousand tokens the precision that people use is enough for every day.
            if (name == "long" && cache == CachePrecision.Single && !LongRun.IsOn)
                continue;
            var model = Model(family, file.RootElement, cache);
            var scores = await new TraceScorer(fixture.Engine).ScoreAsync(model, problem, steps, RequestPriority.Interactive,
                TestContext.Current.CancellationToken);
            var expected = Numbers(golden, "scores");
            Assert.Equal(expected.Length, scores.Steps.Length);
            for (var i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], scores.Steps[i].Value, tolerance);
            if (golden.TryGetProperty("redundancy", out _))
            {
                var redundancy = Numbers(golden, "redundancy");
                for (var i = 0; i < redundancy.Length; i++)
                    Assert.Equal(redundancy[i], scores.Steps[i].Redundancy!.Value, tolerance);
            }
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task The_input_is_the_golden_one_token_for_token_and_row_for_row(string family, string name)
    {
        using var file = JsonDocument.Parse(
            await File.ReadAllTextAsync(SharedData.Require($"fixtures/prm/cases/{family}.json"), TestContext.Current.CancellationToken));
        var golden = file.RootElement.GetProperty("cases").EnumerateArray().Single(each => each.GetProperty("name").GetString() == name);
        ImmutableArray<string> steps = [.. golden.GetProperty("steps").EnumerateArray().Select(step => step.GetString()!)];
        var model = Model(family, file.RootElement, CachePrecision.Half);
        var description = await fixture.Engine.DescribeAsync(model.Model, TestContext.Current.CancellationToken);
        var context = new ScoringContext(fixture.Engine, model, ChatFormat.For(description.Controls), RequestPriority.Interactive);
        var prompt = TracePrompt.Of(context, StepWindow.Whole(golden.GetProperty("problem").GetString()!, steps));
        var request = new ScoreRequest { Model = model.Model, Pieces = prompt.Pieces, Rows = prompt.Rows, Kind = ReadingKind.MeanLogit };
        var result = await fixture.Engine.ScoreAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(golden.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()), result.Tokens);
        Assert.Equal(golden.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32()), result.Rows);
    }

    private static ScoringModel Model(string family, JsonElement file, CachePrecision cache)
    {
        string? Path(string key) =>
            file.TryGetProperty(key, out var value) && value.GetString() is { } relative ? SharedData.Require("fixtures/prm/" + relative)
            : null;
        return new ScoringModel(
            ProfileCatalog.Find(family)!,
            new ModelReference(Path("backbone")!, null, cache),
            Path("head"),
            Path("reference") is { } reference ? new ModelReference(reference, null, cache) : null);
    }

    private static double[] Numbers(JsonElement golden, string key) =>
        [.. golden.GetProperty(key).EnumerateArray().Select(value => value.GetDouble())];
}
