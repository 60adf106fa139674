using System.Collections.Immutable;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Statistics;

namespace ReasoningLsp.Runs.Versions;

/// <summary>What became of one solution between two versions.</summary>
/// <param name="Before">The earlier version.</param>
/// <param name="After">The later one.</param>
public sealed record VersionChange(RunTrace Before, RunTrace After)
{
    /// <summary>Steps of the earlier version that the later one no longer has.</summary>
    public ImmutableArray<int> Changed =>
        [.. Enumerable.Range(0, Before.Steps.Length).Where(step => !After.Steps.Contains(Before.Steps[step], StringComparer.Ordinal))];

    /// <summary>Of these, those in which nothing was found wrong: what a correction may have had no reason to touch.</summary>
    public ImmutableArray<int> ChangedWithoutNeed => [.. Changed.Where(step =>
        step < Before.States.Length && Before.States[step] == "checked")];

    /// <summary>Whether the earlier version was flagged.</summary>
    public bool WasFlagged => Before.Findings.Any(finding => finding.Flags);

    /// <summary>Whether the later version is flagged.</summary>
    public bool IsFlagged => After.Findings.Any(finding => finding.Flags);

    /// <summary>Whether its text changed.</summary>
    public bool IsRevised => Before.Hash != After.Hash;

    /// <summary>The solutions that both versions have, by id, or by file and number.</summary>
    public static ImmutableArray<VersionChange> Of(IEnumerable<RunTrace> before, IEnumerable<RunTrace> after)
    {
        var earlier = before.GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.First() with { Line = string.Empty });
        return [.. after.DistinctBy(KeyOf).Where(trace => earlier.ContainsKey(KeyOf(trace)))
            .Select(trace => new VersionChange(earlier[KeyOf(trace)], trace with { Line = string.Empty }))];
    }

    /// <summary>What the changes come to, each figure with its meaning.</summary>
    public static ImmutableArray<(string Name, long Count, long Of, string Meaning)> Sum(IReadOnlyCollection<VersionChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        long Count(Func<VersionChange, bool> counts) => changes.LongCount(counts);
        long flagged = Count(each => each.WasFlagged), clean = changes.Count - flagged, revised = Count(each => each.IsRevised);
        return
        [
            ("revised", revised, changes.Count, "solutions whose text changed"),
            ("wrong → right", Count(each => each.WasFlagged && !each.IsFlagged), flagged,
                "flagged before, not after: corrections that succeeded"),
            ("still flagged", Count(each => each.WasFlagged && each.IsFlagged), flagged, "goal not reached"),
            ("right → wrong", Count(each => !each.WasFlagged && each.IsFlagged), clean,
                "not flagged before, flagged after: over-correction"),
            ("changed without need", Count(each => each.ChangedWithoutNeed.Length > 0), revised,
                "a step changed that was recomputed and held"),
        ];
    }

    /// <summary>Whether the versions differ in what is flagged, beyond chance.</summary>
    public static McNemarTest Test(IReadOnlyCollection<VersionChange> changes) =>
        McNemarTest.Of([.. changes.Select(each => !each.IsFlagged)], [.. changes.Select(each => !each.WasFlagged)]);

    private static string KeyOf(RunTrace trace) => trace.Id ?? $"{Path.GetFileName(trace.File)}#{trace.Number}";
}
