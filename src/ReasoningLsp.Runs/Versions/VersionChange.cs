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

    /// <summary>Whether the steps are written by another hand: not a revision, but another solution of the same problem.</summary>
    public bool IsOther { get; init; }

    /// <summary>What the changes come to, each figure with its meaning.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="before">What people know the earlier version by.</param>
    /// <param name="after">What they know the later one by.</param>
    public static ImmutableArray<(string Name, long Count, long Of, string Meaning)> Sum(
        IReadOnlyCollection<VersionChange> changes, string before = "before", string after = "after")
    {
        ArgumentNullException.ThrowIfNull(changes);
        long Count(Func<VersionChange, bool> counts) => changes.LongCount(counts);
        long flagged = Count(each => each.WasFlagged), clean = changes.Count - flagged, revised = Count(each => each.IsRevised);
        var answered = changes.Where(each => each.Answers is not null).ToList();
        long wrong = answered.Count(each => !each.Answers!.Value.Before);
        return
        [
            ("flagged in " + before, flagged, changes.Count, "an error or a warning"),
            ("flagged in " + after, Count(each => each.IsFlagged), changes.Count, "an error or a warning"),
            ("revised", revised, changes.Count, $"solutions whose text is another in {after} than in {before}"),
            ("written anew", Count(each => each.IsOther), changes.Count, "another solution of the same problem; ids tell of no pair"),
            ("wrong → right", Count(each => each.WasFlagged && !each.IsFlagged), flagged,
                $"flagged in {before}, not in {after}: corrections that succeeded"),
            ("still flagged", Count(each => each.WasFlagged && each.IsFlagged), flagged,
                $"flagged in {before} and in {after}: goal not reached"),
            ("right → wrong", Count(each => !each.WasFlagged && each.IsFlagged), clean,
                $"not flagged in {before}, flagged in {after}: over-correction"),
            ("changed without need", Count(each => !each.IsOther && each.ChangedWithoutNeed.Length > 0),
                Count(each => each.IsRevised && !each.IsOther),
                $"a step of {before} changed that was recomputed and held"),
            .. answered.Count == 0 ? [] : new[]
            {
                ("answer wrong → right", (long)answered.Count(each => each.Answers is (false, true)), wrong,
                    $"wrong in {before}, right in {after}: goal reached"),
                ("answer right → wrong", answered.Count(each => each.Answers is (true, false)), answered.Count - wrong,
                    $"right in {before}, wrong in {after}: spoilt"),
            },
        ];
    }

    /// <summary>Whether the final answers were and are right; null where that is not known of both.</summary>
    public (bool Before, bool After)? Answers =>
        Before.IsAnswerRight is { } was && After.IsAnswerRight is { } isNow ? (was, isNow) : null;

    /// <summary>Whether the versions differ in what is flagged, beyond chance.</summary>
    public static McNemarTest Test(IReadOnlyCollection<VersionChange> changes) =>
        McNemarTest.Of([.. changes.Select(each => !each.IsFlagged)], [.. changes.Select(each => !each.WasFlagged)]);

    /// <summary>Whether the versions differ in right answers, beyond chance; null where no answer is known of both.</summary>
    public static McNemarTest? TestAnswers(IReadOnlyCollection<VersionChange> changes)
    {
        var known = changes.Select(each => each.Answers).OfType<(bool Before, bool After)>().ToList();
        return known.Count == 0 ? null : McNemarTest.Of([.. known.Select(each => each.After)], [.. known.Select(each => each.Before)]);
    }
}
