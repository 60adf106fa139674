using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Versions;

/// <summary>The solutions of two versions, each beside its other; and those that have none, or stand more than once.</summary>
/// <param name="Changes">The solutions that both have.</param>
/// <param name="OnlyBefore">The names of those that only the earlier version has.</param>
/// <param name="OnlyAfter">The names of those that only the later version has.</param>
/// <param name="TwiceBefore">The names that stand more than once in the earlier version, of which the first was taken.</param>
/// <param name="TwiceAfter">The names that stand more than once in the later version.</param>
public sealed record VersionPairs(
    ImmutableArray<VersionChange> Changes, ImmutableArray<string> OnlyBefore, ImmutableArray<string> OnlyAfter,
    ImmutableArray<string> TwiceBefore, ImmutableArray<string> TwiceAfter)
{
    /// <summary>The solutions that both versions have: by id, or by file and number; the others in turn by their problem, as two models
    /// write them whose ids are their own.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later one.</param>
    /// <param name="byPath">Whether files of one name in several folders are told apart, as where both versions lie alike.</param>
    public static VersionPairs Of(IEnumerable<RunTrace> before, IEnumerable<RunTrace> after, bool byPath = false)
    {
        var (earlier, twiceBefore) = ByName(before, byPath);
        var (later, twiceAfter) = ByName(after, byPath);
        // In the same file the problem may have been edited, too; ids of two models may mean other problems.
        bool IsSame(string key) => later.TryGetValue(key, out var found)
            && (earlier[key].Problem == found.Problem || (byPath && found.Id is null))
            && !earlier[key].Steps.IsEmpty && !found.Steps.IsEmpty;
        var same = earlier.Keys.Where(IsSame).ToList();
        // Where some are told by their ids, what is left of the same problem is new or gone.
        var told = same.Select(key => earlier[key].Problem).ToHashSet();
        ILookup<string, RunTrace> ByProblem(Dictionary<string, RunTrace> traces) =>
            traces.Values.Where(trace => trace.Problem is not null && !trace.Steps.IsEmpty && !told.Contains(trace.Problem))
                .ToLookup(trace => StepHash.Of(trace.Problem!), StringComparer.Ordinal);
        var others = ByProblem(later);
        ImmutableArray<VersionChange> changes =
        [
            .. same.Select(key => new VersionChange(earlier[key], later[key])),
            .. ByProblem(earlier).SelectMany(group => group.Zip(others[group.Key], (one, other) =>
                new VersionChange(one, other) { IsOther = true })),
        ];
        return new VersionPairs(changes, Alone(earlier, changes.Select(each => each.Before)),
            Alone(later, changes.Select(each => each.After)), twiceBefore, twiceAfter);
    }

    private static (Dictionary<string, RunTrace> Traces, ImmutableArray<string> Twice) ByName(IEnumerable<RunTrace> traces, bool byPath)
    {
        var (first, twice) = (new Dictionary<string, RunTrace>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var trace in traces.Where(trace => trace.Number is not null))
        {
            var key = KeyOf(trace, byPath);
            if (!first.TryAdd(key, trace with { Line = string.Empty }))
                twice.Add(key);
        }

        return (first, [.. twice]);
    }

    private static ImmutableArray<string> Alone(Dictionary<string, RunTrace> traces, IEnumerable<RunTrace> paired)
    {
        var taken = new HashSet<RunTrace>(paired, ReferenceEqualityComparer.Instance);
        return [.. traces.Where(pair => !taken.Contains(pair.Value)).Select(pair => pair.Key)];
    }

    private static string KeyOf(RunTrace trace, bool byPath) =>
        trace.Id ?? $"{(byPath ? trace.File : Path.GetFileName(trace.File))}#{trace.Number + 1}";
}
