using System.Collections.Immutable;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Composites;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Routing;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Runs.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Composites;

/// <summary>One probability from several signals: what tells something counts, what tells nothing does not, and nothing beyond what was
/// seen.</summary>
public sealed class CompositeTests
{
    [Fact]
    public void What_tells_right_from_wrong_gets_the_weight_and_noise_gets_little()
    {
        var composite = Composite.Of(Judged(2000))!;
        var (tells, noise) = (composite.Signals.Single(each => each.Name == "reward model"),
            composite.Signals.Single(each => each.Name == "judge"));
        Assert.True(tells.Weight > 0.5, $"{tells.Weight}");
        Assert.True(noise.Weight < 0.5 * tells.Weight, $"{noise.Weight} beside {tells.Weight}");
        Assert.True(composite.At(Values(0.9, 0.5)).Right > 0.7);
        Assert.True(composite.At(Values(0.1, 0.5)).Right < 0.3);
        Assert.Equal("reward model", composite.At(Values(0.9, 0.5)).RestsOn);
    }

    [Fact]
    public void Beyond_what_was_seen_a_signal_does_not_count_and_is_named()
    {
        var composite = Composite.Of(Judged(2000))!;
        var without = composite.At(Values(null, 0.5));
        var beyond = composite.At(Values(0.999, 0.5));
        Assert.Equal(without.Right, beyond.Right);
        Assert.Equal(["reward model"], beyond.Beyond);
        Assert.Empty(without.Beyond);
        Assert.NotEqual("reward model", beyond.RestsOn);
    }

    [Fact]
    public void Together_they_are_worth_more_than_each_alone_on_solutions_held_back()
    {
        // Two that know half each.
        var random = new Random(3);
        List<JudgedSolution> judged = [.. Enumerable.Range(0, 3000).Select(at =>
        {
            double one = random.NextDouble(), other = random.NextDouble();
            return new JudgedSolution($"p{at / 2}", Values(one, other), random.NextDouble() < (one + other) / 2);
        })];
        var trial = CompositeTrial.Of(judged)!;
        Assert.All(trial.Alone, alone => Assert.True(trial.Brier < alone.Brier && trial.Auc > alone.Auc));
        Assert.InRange(trial.Error, 0, 0.05);
        Assert.Equal((3000, judged.Count(each => each.IsRight)), (trial.Count, trial.Right));
    }

    [Fact]
    public void Of_just_enough_what_is_tried_on_those_held_back_is_fitted_to_the_others()
    {
        // 110, of which 88 are left in each turn: fewer than a composite is fitted to.
        var random = new Random(5);
        List<JudgedSolution> judged = [.. Enumerable.Range(0, 110).Select(at =>
        {
            var score = random.NextDouble();
            return new JudgedSolution($"p{at}", Values(score, 0.5), random.NextDouble() < score);
        })];
        var trial = CompositeTrial.Of(judged)!;
        var usual = trial.Right / (double)trial.Count;
        Assert.True(trial.Auc > 0.7, $"{trial.Auc}");
        Assert.True(trial.Brier < 0.9 * usual * (1 - usual), $"{trial.Brier}");
    }

    [Fact]
    public void Of_too_few_or_all_alike_nothing_is_fitted()
    {
        Assert.Null(Composite.Of(Judged(99)));
        Assert.Null(CompositeTrial.Of([.. Judged(200).Select(each => each with { IsRight = true })]));
    }

    [Fact]
    public void What_is_kept_is_read_again_and_of_another_models_scores_nothing_is_known()
    {
        using var folder = new TestFolder();
        var run = RunFolder.In(folder.Path, "r");
        var composite = Composite.Of(Judged(500))!;
        var by = ImmutableSortedDictionary<string, string>.Empty.Add("reward model", "prm abc").Add("judge", "j");
        CompositeFile.Write(CompositeFile.PathOf(run), composite, composite with { Intercept = 0.25 }, by, "hash");
        Assert.Equal(folder.At(".reasoning/composite.json"), CompositeFile.PathOf(run));
        var again = CompositeFile.Read(CompositeFile.PathOf(run), by)!;
        Assert.Equal(composite.At(Values(0.3, 0.6)).Right, again.At(Values(0.3, 0.6)).Right);
        var other = CompositeFile.Read(CompositeFile.PathOf(run), by.SetItem("reward model", "prm def"))!;
        Assert.Equal(["judge"], other.Signals.Select(signal => signal.Name));
        Assert.Equal(0.25, CompositeFile.Read(CompositeFile.PathOf(run), by, ofSteps: true)!.Intercept);
        Assert.Equal(composite.Intercept, again.Intercept);
        CompositeFile.Write(CompositeFile.PathOf(run), composite, null, by, "hash");
        Assert.Null(CompositeFile.Read(CompositeFile.PathOf(run), by, ofSteps: true));
        folder.Write(".reasoning/composite.json", "{");
        Assert.Null(CompositeFile.Read(CompositeFile.PathOf(run), by));
    }

    [Fact]
    public void Steps_have_signals_of_their_own_and_those_that_tell_get_the_weight()
    {
        var trace = Kept.Of(0, "p", ["a", "b", "c"], 1, Kept.Error(1)).WithScores(0.75, 0.5, 0.875);
        trace = trace with { States = ["checked", "flagged", "nothing checkable"] };
        Assert.Equal([1, 0, 0.5], Enumerable.Range(0, 3).Select(step => StepSignals.ValuesOf(trace, step)["exact checks"]));
        Assert.Equal(-0.25, StepSignals.ValuesOf(trace, 1)["change of score"]);
        Assert.False(StepSignals.ValuesOf(trace, 0).ContainsKey("change of score"));
        // After the first wrong step nobody judged.
        Assert.Equal([true, false], StepSignals.Judged([trace], LabelSource.Records).Select(each => each.IsRight));
        var random = new Random(5);
        var many = Enumerable.Range(0, 1000).Select(at =>
        {
            var score = random.NextDouble();
            return Kept.Of(at, $"p{at}", ["a"], random.NextDouble() < score ? -1 : 0).WithScores(score);
        });
        var composite = Composite.Of(StepSignals.Judged(many, LabelSource.Records))!;
        Assert.True(composite.At(StepSignals.ValuesOf(trace, 0)).Right > 0.6);
        Assert.Equal("reward model", composite.At(StepSignals.ValuesOf(trace, 0)).RestsOn);
    }

    [Fact]
    public void The_queue_goes_by_it_where_there_is_one_and_says_what_it_rests_on()
    {
        var sure = Kept.Of(0, "p", ["a"]).WithScores(0.9);
        var unsure = Kept.Of(1, "p", ["a"]).WithScores(0.5);
        var beyond = Kept.Of(2, "p", ["a"]).WithScores(0.999);
        var composite = Composite.Of(Judged(2000))!;
        var queue = Queue.Of([.. new[] { sure, unsure, beyond }.Select(QueueEntry.Of)], DecisionLog.Empty, 3, composite);
        Assert.Equal("t1", queue.First(item => item.Name != "t2").Name);
        Assert.Contains("by all together, resting on reward model", queue.Single(item => item.Name == "t0").Why, StringComparison.Ordinal);
        Assert.Contains("reward model beyond what was judged does not count", queue.Single(item => item.Name == "t2").Why,
            StringComparison.Ordinal);
    }

    // The score tells, from 0.05 to 0.95; the judge says anything.
    private static List<JudgedSolution> Judged(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var score = 0.05 + (0.9 * random.NextDouble());
            return new JudgedSolution($"p{at / 2}", Values(score, random.NextDouble()), random.NextDouble() < score);
        })];
    }

    private static ImmutableSortedDictionary<string, double> Values(double? score, double judge)
    {
        var values = ImmutableSortedDictionary<string, double>.Empty.Add("judge", judge);
        return score is { } known ? values.Add("reward model", known) : values;
    }
}
