using System.Collections.Immutable;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Routing;

/// <summary>The same mistake in many solutions.</summary>
/// <param name="Key">What makes it the same.</param>
/// <param name="Members">The findings and whose they are, in the order of the run.</param>
public sealed record MistakeGroup(string Key, ImmutableArray<(RunTrace Trace, RunFinding Finding)> Members)
{
    /// <summary>How many solutions it concerns.</summary>
    public int Traces => Members.Select(member => member.Trace.Unit).Distinct().Count();

    /// <summary>What a person says of all of them, one decision a step.</summary>
    public IEnumerable<Decision> Decided(DecisionKind kind, string reason, DateTimeOffset when, string? who) =>
        Members.Select(member => member.Trace.Says(member.Finding, kind, reason, when, who))
            .DistinctBy(decision => (decision.Rule, decision.Step));

    /// <summary>The groups of a run, the largest first.</summary>
    public static IReadOnlyList<MistakeGroup> Of(IEnumerable<RunTrace> traces) =>
    [
        .. traces.SelectMany(trace => trace.Findings.Where(finding => finding.Flags)
                .Select(finding => (Trace: trace with { Line = string.Empty }, Finding: finding)))
            .GroupBy(member => MistakeKey.Of(member.Finding))
            .Select(group => new MistakeGroup(group.Key, [.. group]))
            .OrderByDescending(group => group.Traces).ThenBy(group => group.Key, StringComparer.Ordinal),
    ];
}
