using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scores;

public sealed class DoubtTests
{
    private static readonly Profile Value = ProfileCatalog.Find("math-shepherd")!;

    [Theory]
    [InlineData("0.3 0.3", 0, 0)]
    [InlineData("0.9 0.5", 1, -1)]
    [InlineData("0.9 0.4", 1, 1)]
    [InlineData("0.9 0.8", -1, -1)]
    [InlineData("0.6 0.49", -1, 1)]
    public void A_first_step_is_held_against_the_published_threshold_and_later_ones_against_the_one_before(string values, int first,
        int published)
    {
        var scores = Of(Value, values);
        Assert.Equal(first, Doubt.First(scores));
        Assert.Equal(published, Doubt.FirstAsPublished(scores));
    }

    [Theory]
    [InlineData(0.9, "0.5 0.5", 0)]
    [InlineData(0.4, "0.3 0.3", -1)]
    public void The_value_of_the_problem_alone_stands_before_the_first_step_where_it_is_read(double start, string values, int first) =>
        Assert.Equal(first, Doubt.First(Of(Value, values) with { Start = start }));

    [Fact]
    public void A_density_ratio_is_a_sum_that_padding_does_not_move()
    {
        var profile = ProfileCatalog.Find("density-ratio")!;
        Assert.Equal(Of(profile, "0.6 0.7").Aggregate!.Value, Of(profile, "0.6 0.5 0.7 0.5").Aggregate!.Value, 1e-12);
        Assert.Equal(0.6 * 0.7 / ((0.6 * 0.7) + (0.4 * 0.3)), Of(profile, "0.6 0.7").Aggregate!.Value, 1e-12);
    }

    [Theory]
    [InlineData("math-shepherd")]
    [InlineData("rlhflow-llama3.1")]
    [InlineData("qwen2.5-math-prm")]
    public void No_step_that_is_put_in_raises_a_solution_in_rank(string name)
    {
        var profile = ProfileCatalog.Find(name)!;
        Assert.True(Of(profile, "0.3 0.4 0.99 0.99").Rank <= Of(profile, "0.3 0.4").Rank);
    }

    [Fact]
    public void What_is_no_probability_is_not_called_one()
    {
        foreach (var name in (string[])["pure-prm", "pqm", "math-minos", "density-ratio"])
            Assert.DoesNotContain("probability that this step is right", ScoreText.Meaning(ProfileCatalog.Find(name)!)
                .Replace("probability that this step is right, less", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static TraceScores Of(Profile profile, string values) => new(profile, "m",
        [.. values.Split(' ').Select((value, step) => new StepScore(step,
        double.Parse(value, System.Globalization.CultureInfo.InvariantCulture), profile.Signal))]);
}
