using ReasoningLsp.Runs.Tests.Support;
using ReasoningLsp.Runs.Versions;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Versions;

/// <summary>What a revision did, solution by solution.</summary>
public sealed class VersionChangeTests
{
    [Fact]
    public void Corrections_over_corrections_and_changes_without_need_are_told_apart()
    {
        var before = new[]
        {
            Kept.Of(0, "p", ["a", "b"], null, Kept.Error(1)) with { States = ["checked", "flagged"] },
            Kept.Of(1, "p", ["a", "b"]), Kept.Of(2, "p", ["a"], null, Kept.Error(0)), Kept.Of(3, "p", ["only before"]),
        };
        var after = new[]
        {
            Kept.Of(0, "p", ["a changed", "b mended"]) with { Hash = "other" },
            Kept.Of(1, "p", ["a", "b spoilt"], null, Kept.Error(1)) with { Hash = "other" },
            Kept.Of(2, "p", ["a"], null, Kept.Error(0)), Kept.Of(9, "p", ["only after"]),
        };
        var changes = VersionPairs.Of(before, after).Changes;
        Assert.Equal(3, changes.Length);
        Assert.Equal([0], changes[0].ChangedWithoutNeed);
        var sums = VersionChange.Sum(changes).ToDictionary(row => row.Name, row => (row.Count, row.Of));
        Assert.Equal((2, 3), sums["revised"]);
        Assert.Equal((1, 2), sums["wrong → right"]);
        Assert.Equal((1, 2), sums["still flagged"]);
        Assert.Equal((1, 1), sums["right → wrong"]);
        Assert.Equal((1, 2), sums["changed without need"]);
        Assert.Equal((1, 1), (VersionChange.Test(changes).OnlyOne, VersionChange.Test(changes).OnlyOther));
    }

    [Fact]
    public void Two_models_are_compared_by_their_problems_where_their_ids_are_their_own()
    {
        var one = new[]
        {
            Kept.Of(0, "p", ["a"]).WithAnswer(false), Kept.Of(1, "q", ["b"]).WithAnswer(true), Kept.Of(2, "q", ["c"]).WithAnswer(false),
            Kept.Of(3, "nobody else's", ["d"]),
        };
        var other = new[]
        {
            Kept.Of(10, "q", ["e"]).WithAnswer(false), Kept.Of(11, "q", ["f"]).WithAnswer(true),
            Kept.Of(12, "p", ["a", "g"]).WithAnswer(true),
        };
        var changes = VersionPairs.Of(one, other).Changes;
        Assert.Equal(["t0 t12", "t1 t10", "t2 t11"], changes.Select(change => $"{change.Before.Name} {change.After.Name}"));
        var sums = VersionChange.Sum(changes).ToDictionary(row => row.Name, row => (row.Count, row.Of));
        Assert.Equal((3, 3), sums["written anew"]);
        Assert.Equal((2, 2), sums["answer wrong → right"]);
        Assert.Equal((1, 1), sums["answer right → wrong"]);
        Assert.Equal((2, 1), (VersionChange.TestAnswers(changes)!.OnlyOne, VersionChange.TestAnswers(changes)!.OnlyOther));
    }

    [Fact]
    public void What_stands_alone_or_twice_is_named_on_either_side()
    {
        var one = new[] { Kept.Of(0, "p", ["a"]), Kept.Of(0, "p", ["b"]), Kept.Of(1, "q", ["c"]), Kept.Of(2, "r", []) };
        var other = new[] { Kept.Of(0, "p", ["a"]), Kept.Of(3, "s", ["d"]), Kept.Of(3, "s", ["e"]), Kept.Of(2, "r", ["f"]) };
        var pairs = VersionPairs.Of(one, other);
        Assert.Equal("a", Assert.Single(pairs.Changes).Before.Steps[0]);
        Assert.Equal(["t1", "t2"], pairs.OnlyBefore);
        Assert.Equal(["t3", "t2"], pairs.OnlyAfter);
        Assert.Equal(["t0"], pairs.TwiceBefore);
        Assert.Equal(["t3"], pairs.TwiceAfter);
    }

    [Fact]
    public void An_answer_that_no_record_judges_is_right_where_it_is_stated_and_does_not_differ()
    {
        var trace = Kept.Of(0, "p", ["The answer is 4."]) with { Reference = "4" };
        Assert.True(trace.IsAnswerRight);
        Assert.Null((trace with { Steps = ["So there are 4 apples left"] }).IsAnswerRight);
        Assert.Null((trace with { Reference = null }).IsAnswerRight);
        Assert.False((trace with { Findings = [Kept.Error(0, rule: "RR390")] }).IsAnswerRight);
        Assert.True(trace.WithAnswer(true).IsAnswerRight);
    }
}
