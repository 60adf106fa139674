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
        var changes = VersionChange.Of(before, after);
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
}
