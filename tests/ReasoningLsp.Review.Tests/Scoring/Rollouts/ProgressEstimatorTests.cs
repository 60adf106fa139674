using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Scoring.Rollouts;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring.Rollouts;

/// <summary>Progress by rollouts of the built-in instruct model.</summary>
[Collection(nameof(EngineFixture))]
public sealed class ProgressEstimatorTests(EngineFixture fixture)
{
    private const string Solution =
        "Problem: She had 12 apples and got 5 more. How many has she?\n\nStep 1: She has 12 + 5 = 17 apples.\n\nStep 2: The answer is "
            + "17.\n";

    private static readonly JudgeModel Model = new(new BuiltInModels(Repository.Path("models")).Instruct, "SmolLM2");

    [Fact]
    public async Task Every_prefix_is_completed_in_turn_and_a_stated_answer_needs_no_completion()
    {
        var estimates = await EstimateAsync("17", new RolloutOptions { Rollouts = 2, MaximumTokens = 48 });
        Assert.Equal(4, estimates.Count);
        Assert.Equal(1, estimates[0].Prefixes.Take(2).Sum(prefix => prefix.Rollouts));
        Assert.Null(estimates[0].Progress(0));
        var last = estimates[^1];
        Assert.True(last.IsComplete);
        Assert.All(last.Prefixes.Take(2), prefix => Assert.Equal(2, prefix.Rollouts));
        Assert.Equal((1.0, true), (last.Prefixes[2].Value!.Value, last.Prefixes[2].IsStated));
        Assert.Equal(last.Prefixes[2].Value - last.Prefixes[1].Value, last.Progress(1));
        Assert.Equal(4, last.Rollouts);
        Assert.InRange(last.Tokens, 4, 4 * 48);
        // Nothing reaches an answer that is not the right one.
        Assert.All((await EstimateAsync("999", new RolloutOptions { Rollouts = 1, MaximumTokens = 48 }))[^1].Prefixes,
            prefix => Assert.Equal(0.0, prefix.Value));
    }

    [Fact]
    public async Task The_budget_is_never_gone_beyond()
    {
        var estimates = await EstimateAsync("17", new RolloutOptions { Rollouts = 50, MaximumTokens = 24, Budget = 60 });
        Assert.InRange(estimates.Count, 1, 60);
        Assert.InRange(estimates[^1].Tokens, 1, 60);
        Assert.False(estimates[^1].IsComplete);
    }

    [Fact]
    public async Task What_was_counted_before_a_cancellation_is_there()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var seen = new List<ProgressEstimate>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var estimate in new ProgressEstimator(fixture.Engine, Model,
                new RolloutOptions { Rollouts = 50, MaximumTokens = 16 }).EstimateAsync(Trace(), "17", source.Token))
            {
                seen.Add(estimate);
                if (seen.Count == 2)
                    await source.CancelAsync();
            }
        });
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void Completions_stop_where_a_step_is_clear_and_go_where_it_is_not()
    {
        // The second step ruins the solution; the first is as good as none, and of the third nobody can say.
        var plan = new RolloutPlan(4, new RolloutOptions { Rollouts = 8 });
        var draws = new Random(1);
        var counts = new int[4];
        while (plan.HasNext)
        {
            var (prefix, round) = plan.Next();
            Assert.Equal(counts[prefix]++, round);
            plan.End(prefix, prefix switch { 0 or 1 => true, 2 => false, _ => draws.Next(3) == 0 });
        }

        Assert.True(plan.IsDone);
        Assert.Equal([4, 4], counts.Take(2));
        Assert.InRange(counts.Sum(), 16, 32);
        Assert.InRange(counts[3], 4, 16);
    }

    [Fact]
    public void Nothing_is_begun_before_it_is_known_whether_it_is_needed()
    {
        var plan = new RolloutPlan(2, new RolloutOptions { Rollouts = 8 });
        for (var i = 0; i < 8; i++)
            plan.Next();
        Assert.False(plan.HasNext);
        Assert.False(plan.IsDone);
        Assert.Equal(8, plan.Running);
    }

    [Fact]
    public void The_best_of_several_lifts_a_weak_writer_and_a_small_change_may_be_chance()
    {
        Assert.Equal(1 - Math.Pow(0.75, 4), new PrefixValue(1, 1, 4) { BestOf = 4 }.Value!.Value, 9);
        ProgressEstimate Of(int before, int after, int of) => new("m", "17", [new(0, before, of), new(1, after, of)], 0, true);
        Assert.False(Of(1, 2, 4).IsClear(0));
        Assert.True(Of(1, 39, 40).IsClear(0));
        Assert.Equal(0.25, Of(1, 2, 4).Progress(0)!.Value, 9);
    }

    private async Task<List<ProgressEstimate>> EstimateAsync(string reference, RolloutOptions options)
    {
        var estimates = new List<ProgressEstimate>();
        await foreach (var estimate in new ProgressEstimator(fixture.Engine, Model, options).EstimateAsync(Trace(), reference,
            TestContext.Current.CancellationToken))
            estimates.Add(estimate);
        return estimates;
    }

    private static Trace Trace() => TraceReader.Read(Solution, TraceFormat.Markdown).Traces[0];
}
