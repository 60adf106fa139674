using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReasoningLsp.Runs.Routing;

/// <summary>The same mistake in many solutions, counted; whose it is, is found again by its key.</summary>
/// <param name="Key">What makes it the same.</param>
/// <param name="Traces">How many solutions it concerns.</param>
/// <param name="Findings">How often it was found.</param>
/// <param name="Example">What is said of the first.</param>
public sealed record SharedMistake(string Key, int Traces, int Findings, string Example)
{
    /// <summary>The mistakes of a run, the most frequent first. No text of a solution stays in memory.</summary>
    public static ImmutableArray<SharedMistake> Of(IEnumerable<QueueEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var counts = new Dictionary<string, (int Traces, int Findings, string Example, long Last)>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var finding in entry.Findings)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, finding.Key, out var isKnown);
                count = isKnown ? (count.Traces + (count.Last == entry.Unit ? 0 : 1), count.Findings + 1, count.Example, entry.Unit)
                    : (1, 1, finding.Message, entry.Unit);
            }
        }

        return [.. counts.Select(each => new SharedMistake(each.Key, each.Value.Traces, each.Value.Findings, each.Value.Example))
            .OrderByDescending(mistake => mistake.Traces).ThenBy(mistake => mistake.Key, StringComparer.Ordinal)];
    }
}
