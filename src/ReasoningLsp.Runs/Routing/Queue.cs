using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Routing;

/// <summary>Orders traces by what a person's look at them is worth: where sources disagree, where little is known, and not the same thing
/// again and again.</summary>
/// <remarks>After Hybrid Preferences (route by expected gain, not by the lowest score), with a gain that diminishes with each trace of the
/// same kind, as a diverse choice needs.</remarks>
public static class Queue
{
    // Another of the same kind tells half as much as the one before.
    private const double Again = 0.5;

    /// <summary>The first of the queue.</summary>
    /// <param name="traces">The traces of a run.</param>
    /// <param name="decisions">What people decided: what is decided needs no look.</param>
    /// <param name="budget">How many traces a person will look at.</param>
    public static ImmutableArray<QueueItem> Of(IReadOnlyList<RunTrace> traces, DecisionLog decisions, int budget)
    {
        ArgumentNullException.ThrowIfNull(traces);
        return Of([.. traces.Select(QueueEntry.Of)], decisions, budget);
    }

    /// <summary>The first of the queue.</summary>
    /// <param name="entries">The traces of a run, as much of them as counts here.</param>
    /// <param name="decisions">What people decided: what is decided needs no look.</param>
    /// <param name="budget">How many traces a person will look at.</param>
    public static ImmutableArray<QueueItem> Of(IReadOnlyList<QueueEntry> entries, DecisionLog decisions, int budget)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(decisions);
        var usual = entries.Count == 0 ? 0
            : Math.Max(0.05, entries.Count(entry => !entry.Findings.IsEmpty) / (double)entries.Count);
        var items = entries.Select((entry, at) => (Entry: entry, At: at))
            .Where(each => each.Entry.Steps > 0 && !IsDecided(each.Entry, decisions))
            .Select(each => Item(each.Entry, Suspicion.Of(each.Entry.Signals, usual), decisions) with { At = each.At }).ToList();
        return Diverse(items, budget);
    }

    /// <summary>Whether a person gave a word on everything that waits for one.</summary>
    public static bool IsDecided(QueueEntry entry, DecisionLog decisions)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(decisions);
        return !entry.Findings.IsEmpty && entry.Findings.All(finding => decisions.IsDecided(finding.Rule, finding.Hash));
    }

    private static QueueItem Item(QueueEntry entry, Suspicion suspicion, DecisionLog decisions)
    {
        var flagged = entry.Findings.FirstOrDefault(finding => !decisions.IsDecided(finding.Rule, finding.Hash));
        var step = flagged?.Step ?? (suspicion.Mean > 0.5 || suspicion.Disagreement > 0.1 ? entry.LowestScore : -1);
        // A finding waits for a person's word even where all agree.
        var worth = suspicion.Uncertainty + suspicion.Disagreement + (flagged is null ? 0 : 0.5);
        return new QueueItem(entry.Unit, entry.Name, worth, step, Why(suspicion, flagged), flagged?.Key);
    }

    private static string Why(Suspicion suspicion, QueueFinding? flagged)
    {
        var said = string.Join(", ", suspicion.Sources.Select(source => string.Create(CultureInfo.InvariantCulture,
            $"{source.Source} {source.Wrong:0.00}")));
        var kind = suspicion.Disagreement > 0.1 ? "sources disagree on wrong" : flagged is not null ? "flagged" : "least is known";
        return $"{kind}: {said}{(flagged is null ? string.Empty : $"; {flagged.Rule} {flagged.Message}")}";
    }

    // The most worthy of those not yet taken, each kind losing worth with each that was taken; put off lazily, so that a million is
    // sorted once.
    private static ImmutableArray<QueueItem> Diverse(List<QueueItem> items, int budget)
    {
        var waiting = new PriorityQueue<(QueueItem Item, int Seen), (double, long)>();
        foreach (var item in items)
            waiting.Enqueue((item, 0), (-item.Worth, item.Unit));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = ImmutableArray.CreateBuilder<QueueItem>();
        while (taken.Count < budget && waiting.TryDequeue(out var next, out _))
        {
            var kind = next.Item.Group ?? "none";
            var now = seen.GetValueOrDefault(kind);
            if (next.Seen < now && next.Item.Group is not null)
            {
                waiting.Enqueue((next.Item, now), (-next.Item.Worth * Math.Pow(Again, now), next.Item.Unit));
                continue;
            }

            seen[kind] = now + 1;
            taken.Add(next.Item with { Worth = Math.Round(next.Item.Worth * (next.Item.Group is null ? 1 : Math.Pow(Again, now)), 4) });
        }

        return taken.ToImmutable();
    }
}
