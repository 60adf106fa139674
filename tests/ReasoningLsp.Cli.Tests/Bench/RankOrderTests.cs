using ReasoningLsp.Cli.Bench;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Bench;

/// <summary>The interval of an AUC says how little a few traces prove.</summary>
public sealed class RankOrderTests
{
    [Theory]
    [InlineData(1, 1, 0.05)]
    [InlineData(3, 3, 0.35)]
    [InlineData(3, 21, 0.6)]
    [InlineData(30, 30, 0.9)]
    public void All_right_above_all_wrong_is_certain_only_with_many(int right, int wrong, double least)
    {
        var (auc, low, high) = RankOrder.AucWithInterval(Made(right, wrong, 0.9))!.Value;
        Assert.Equal((1, 1), (auc, high));
        Assert.InRange(low, least, 0.95);
    }

    [Fact]
    public void One_answer_to_all_tells_nothing_of_either_side()
    {
        var (auc, low, high) = RankOrder.AucWithInterval(Made(3, 21, 0.1))!.Value;
        Assert.Equal(0.5, auc);
        Assert.InRange(low, 0.1, 0.4);
        Assert.InRange(high, 0.6, 0.9);
    }

    private static IEnumerable<(double Value, bool IsGood)> Made(int right, int wrong, double rightScore) =>
        Enumerable.Repeat((rightScore, true), right).Concat(Enumerable.Repeat((0.1, false), wrong));
}
