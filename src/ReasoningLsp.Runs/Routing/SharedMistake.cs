using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReasoningLsp.Review.Decisions;

namespace ReasoningLsp.Runs.Routing;

/// <summary>The same mistake in many solutions, counted; whose it is, is found again by its key.</summary>
/// <param name="Key">What makes it the same.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Traces">How many solutions it concerns.</param>
/// <param name="State">How often it was found, and what people said of that.</param>
/// <param name="Example">What is said of the first.</param>
public sealed record SharedMistake(string Key, string Rule, int Traces, MistakeState State, string Example)
{
    /// <summary>The mistakes of a run, the most frequent first. No text of a solution stays in memory.</summary>
    public static ImmutableArray<SharedMistake> Of(IEnumerable<QueueEntry> entries, DecisionLog decisions)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var counts = new Dictionary<string, (SharedMistake Mistake, long Last)>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var finding in entry.Findings)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, finding.Key, out var isKnown);
                var known = isKnown ? count.Mistake : new SharedMistake(finding.Key, finding.Rule, 0, default, finding.Message);
                count = (known with
                {
                    Traces = known.Traces + (isKnown && count.Last == entry.Unit ? 0 : 1),
                    State = known.State.And(finding, decisions),
                }, entry.Unit);
            }
        }

        return [.. counts.Values.Select(each => each.Mistake)
            .OrderByDescending(mistake => mistake.Traces).ThenBy(mistake => mistake.Key, StringComparer.Ordinal)];
    }
}
