using System.Collections.Immutable;

namespace ReasoningLsp.Review.Baselines;

/// <summary>Findings that are known: only new ones are reported. Immutable.</summary>
public sealed class Baseline
{
    private readonly HashSet<FindingKey> _keys;

    /// <summary>A baseline of <paramref name="entries"/>.</summary>
    public Baseline(IEnumerable<BaselineEntry> entries)
    {
        Entries = [.. entries
            .OrderBy(entry => entry.File, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Rule, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Step, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Occurrence)
            .DistinctBy(entry => (entry.File, entry.Key))];
        _keys = [.. Entries.Select(entry => entry.Key)];
    }

    /// <summary>Every entry, sorted by file, rule, step and occurrence.</summary>
    public ImmutableArray<BaselineEntry> Entries { get; }

    /// <summary>Whether the finding is known.</summary>
    public bool Contains(FindingKey key) => _keys.Contains(key);
}
