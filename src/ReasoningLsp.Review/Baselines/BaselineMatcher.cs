using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ReasoningLsp.Review.Baselines;

/// <summary>Takes the known findings out of a run and remembers which entries were met. Thread-safe.</summary>
public sealed class BaselineMatcher(Baseline baseline)
{
    private readonly ConcurrentDictionary<FindingKey, bool> _met = new();

    /// <summary>Whether the finding is known and so not reported.</summary>
    public bool Hides(FindingKey key)
    {
        if (!baseline.Contains(key))
            return false;
        _met[key] = true;
        return true;
    }

    /// <summary>Entries that can be removed: their finding was not met, although it would have been.</summary>
    /// <param name="wouldBeMet">Whether the entry's rule ran and its file was reviewed, or is gone.</param>
    public ImmutableArray<BaselineEntry> Stale(Func<BaselineEntry, bool> wouldBeMet) =>
        [.. baseline.Entries.Where(entry => !_met.ContainsKey(entry.Key) && wouldBeMet(entry))];
}
