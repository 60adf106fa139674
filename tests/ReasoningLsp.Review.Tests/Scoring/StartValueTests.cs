using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Caching;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>The value of the problem alone, where it can be read.</summary>
[Collection(nameof(EngineFixture))]
public sealed class StartValueTests(EngineFixture fixture) : IDisposable
{
    private const string Problem = "What is 2 + 2?";
    private static readonly ImmutableArray<string> Steps = ["2 + 2 = 4.", "So it is 4."];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_profile_that_reads_before_the_steps_gets_it_and_the_scores_stay_what_they_are()
    {
        var skywork = ProfileCatalog.Find("skywork-o1-open-prm")!;
        var reading = skywork with
        {
            Prompt = skywork.Prompt with { Before = skywork.Prompt.Before.Insert(3, new PromptPart { Read = 0 }) },
        };
        var with = await ScoreAsync(reading, "skywork-o1-open-prm");
        var without = await ScoreAsync(skywork, "skywork-o1-open-prm");
        Assert.Null(without.Start);
        Assert.InRange(with.Start!.Value, 0, 1);
        Assert.NotEqual(with.Start.Value, with.Steps[0].Value);
        Assert.Equal(without.Steps.Select(step => Math.Round(step.Value, 5)), with.Steps.Select(step => Math.Round(step.Value, 5)));
        Assert.Equal(with.Start.Value - with.Steps[0].Value > reading.Drop, Doubt.Of(with, 0));
    }

    [Fact]
    public async Task A_sum_of_log_ratios_begins_at_nothing_and_is_kept_so()
    {
        using var store = new ScoreStore(Path.Combine(_folder, "scores.db"), TimeProvider.System);
        var model = Model(ProfileCatalog.Find("implicit-eurus")!, null);
        for (var round = 0; round < 2; round++)
        {
            using var scorer = new CachedTraceScorer(fixture.Engine, store, () => "build");
            var scores = await scorer.ScoreAsync(model, PlainTrace.Of(Problem, Steps), RequestPriority.Interactive,
                TestContext.Current.CancellationToken);
            Assert.Equal(0.5, scores.Start);
            Assert.Equal(2, scores.Steps.Length);
        }
    }

    private Task<TraceScores> ScoreAsync(Profile profile, string head) => new TraceScorer(fixture.Engine).ScoreAsync(
        Model(profile, $"fixtures/prm/heads/{head}.safetensors"), Problem, Steps, RequestPriority.Interactive,
        TestContext.Current.CancellationToken);

    private static ScoringModel Model(Profile profile, string? head) => new(profile,
        new ModelReference(SharedData.Require("fixtures/prm/models/qwen2-tiny.gguf"), null, CachePrecision.Single),
        head is null ? null : SharedData.Require(head),
        new ModelReference(SharedData.Require("fixtures/prm/models/qwen2-reference-tiny.gguf"), null, CachePrecision.Single));
}
