using CsCheck;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scores;

public sealed class ClipDeltaTests
{
    private static readonly Gen<double[]> s_scores = Gen.Double[0, 1].Array[1, 12];

    [Fact]
    public void The_numbers_are_those_of_the_paper()
    {
        var credit = ClipDelta.Of(Scores("qwen2.5-math-prm", 0.9, 0.3, 0.8, 0.4));
        Assert.Equal([0, -0.2, 0, -0.1], credit.Steps.Select(step => Math.Round(step.Clip!.Value, 9)));
        Assert.Equal([0.6, -0.5, 0.4, 0.4], credit.Steps.Select(step => Math.Round(step.Delta, 9)));
        Assert.Equal(-0.3, credit.Clip!.Value, 9);
        Assert.Equal(1, credit.LargestFall!.Value.Step);
        Assert.Equal(0.6, credit.LargestFall.Value.Fall, 9);
    }

    [Fact]
    public void A_further_step_never_raises_clip_and_the_mean_can_be_raised() =>
        Gen.Select(s_scores, Gen.Double[0, 1]).Sample((scores, more) =>
        Clip([.. scores, more]) <= Clip(scores)
        && (more <= scores.Average() || Mean([.. scores, more]) > Mean(scores)));

    [Fact]
    public void Delta_from_any_step_on_sums_to_its_score_whatever_is_put_in_after_it() => s_scores.Sample(scores =>
    {
        var steps = ClipDelta.Of(Scores("qwen2.5-math-prm", scores)).Steps;
        return Enumerable.Range(0, scores.Length).All(first => Math.Abs(steps.Skip(first).Sum(step => step.Delta) - scores[first]) < 1e-9);
    });

    [Fact]
    public void Of_a_value_there_is_no_clip_and_where_nothing_falls_no_fall()
    {
        var credit = ClipDelta.Of(Scores("math-shepherd", 0.2, 0.4, 0.9));
        Assert.Null(credit.Clip);
        Assert.Null(credit.LargestFall);
    }

    [Fact]
    public void A_step_that_is_still_written_counts_in_no_aggregate()
    {
        var scores = Scores("qwen2.5-math-prm", 0.9, 0.8, 0.1);
        var partial = scores with { Steps = scores.Steps.SetItem(2, scores.Steps[2] with { IsPartial = true }) };
        Assert.Equal(Scores("qwen2.5-math-prm", 0.9, 0.8).Aggregate, partial.Aggregate);
        Assert.Equal(2, ClipDelta.Of(partial).Steps.Length);
        Assert.Contains("0.72 (product); clip 0.00", AggregateText.Of(partial), StringComparison.Ordinal);
        Assert.Null(AggregateText.Of(scores with { Steps = [] }));
    }

    private static double Clip(double[] scores) => ClipDelta.Of(Scores("qwen2.5-math-prm", scores)).Clip!.Value;

    private static double Mean(double[] scores) => Scores("qwen2.5-math-prm", scores).AggregateBy(Aggregation.Mean)!.Value;

    private static TraceScores Scores(string profile, params double[] values) =>
        new(ProfileCatalog.Find(profile)!, "tiny",
        [.. values.Select((value, step) => new StepScore(step, value, ProfileCatalog.Find(profile)!.Signal))]);
}
