using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Composites;
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

    private const int AtOnce = 4096;

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
    /// <param name="composite">What was fitted from all signals, or null.</param>
    public static ImmutableArray<QueueItem> Of(
        IReadOnlyList<QueueEntry> entries, DecisionLog decisions, int budget, Composite? composite = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(decisions);
        return Diverse([.. Items(entries, Usual(entries.Count(entry => !entry.Findings.IsEmpty), entries.Count), decisions, composite)],
            budget);
    }

    /// <summary>The first of the queue of a run of any size: no more than the budget and some that are just read are in memory.</summary>
    /// <remarks>Another trace only takes worth from those of its kind, so what is not among the first now never will be.</remarks>
    /// <param name="entries">The traces of a run, as much of them as counts here, read once.</param>
    /// <param name="flagged">How many of them have an error or a warning.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="decisions">What people decided: what is decided needs no look.</param>
    /// <param name="budget">How many traces a person will look at.</param>
    /// <param name="composite">What was fitted from all signals, or null.</param>
    public static ImmutableArray<QueueItem> Of(
        IEnumerable<QueueEntry> entries, long flagged, long count, DecisionLog decisions, int budget, Composite? composite = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(decisions);
        var most = Math.Max(AtOnce, budget);
        var held = new List<QueueItem>();
        foreach (var item in Items(entries, Usual(flagged, count), decisions, composite))
        {
            held.Add(item);
            // As many again as are kept, so that the sorting of them costs no more than the reading.
            if (held.Count >= 2L * most)
                held = [.. Taken(held, budget).Select(each => each.Item)];
        }

        return Diverse(held, budget);
    }

    /// <summary>Whether a person gave a word on everything that waits for one.</summary>
    public static bool IsDecided(QueueEntry entry, DecisionLog decisions)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(decisions);
        return !entry.Findings.IsEmpty && entry.Findings.All(finding => decisions.IsDecided(finding.Subject));
    }

    private static double Usual(long flagged, long count) => count == 0 ? 0 : Math.Max(0.05, flagged / (double)count);

    private static IEnumerable<QueueItem> Items(
        IEnumerable<QueueEntry> entries, double usual, DecisionLog decisions, Composite? composite) =>
        entries.Select((entry, at) => (Entry: entry, At: at)).Where(each => each.Entry.Steps > 0 && !IsDecided(each.Entry, decisions))
            .Select(each => Item(each.Entry, Suspicion.Of(each.Entry.Signals, usual, composite), decisions) with { At = each.At });

    private static QueueItem Item(QueueEntry entry, Suspicion suspicion, DecisionLog decisions)
    {
        var flagged = entry.Findings.FirstOrDefault(finding => !decisions.IsDecided(finding.Subject));
        var step = flagged?.Step ?? (suspicion.Mean > 0.5 || suspicion.Disagreement > 0.1 ? entry.LowestScore : -1);
        // A finding waits for a person's word even where all agree.
        var worth = suspicion.Uncertainty + suspicion.Disagreement + (flagged is null ? 0 : 0.5);
        return new QueueItem(entry.Unit, entry.Name, worth, step, Why(suspicion, flagged), flagged?.Kind);
    }

    private static string Why(Suspicion suspicion, QueueFinding? flagged)
    {
        var said = string.Join(", ", suspicion.Sources.Select(source => string.Create(CultureInfo.InvariantCulture,
            $"{source.Source} {source.Wrong:0.00}")));
        var kind = suspicion.Disagreement > 0.1 ? "sources disagree on wrong" : flagged is not null ? "flagged" : "least is known";
        if (suspicion.Fitted is { } fitted)
        {
            said = string.Create(CultureInfo.InvariantCulture, $"{1 - fitted.Right:0.00} by all together")
                + (fitted.RestsOn is { } most ? $", resting on {most}" : string.Empty)
                + (fitted.Beyond.Count > 0 ? $"; {string.Join(" and ", fitted.Beyond)} beyond what was judged does not count"
                    : string.Empty)
                + $" ({said})";
        }

        return $"{kind}: {said}{(flagged is null ? string.Empty : $"; {flagged.Rule} {flagged.Message}")}";
    }

    private static ImmutableArray<QueueItem> Diverse(List<QueueItem> items, int budget) =>
        [.. Taken(items, budget).Select(each => each.Item with { Worth = Math.Round(each.Item.Worth * each.Share, 4) })];

    // The most worthy of those not yet taken, each kind losing worth with each that was taken; put off lazily, so that a million is
    // sorted once.
    private static IEnumerable<(QueueItem Item, double Share)> Taken(List<QueueItem> items, int budget)
    {
        var waiting = new PriorityQueue<(QueueItem Item, int Seen), (double, long)>(
            items.Select(item => ((item, 0), (-item.Worth, item.Unit))));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var taken = 0; taken < budget && waiting.TryDequeue(out var next, out _);)
        {
            var now = next.Item.Group is { } kind ? seen.GetValueOrDefault(kind) : 0;
            if (next.Seen < now)
            {
                waiting.Enqueue((next.Item, now), (-next.Item.Worth * Math.Pow(Again, now), next.Item.Unit));
                continue;
            }

            if (next.Item.Group is { } group)
                seen[group] = now + 1;
            taken++;
            yield return (next.Item, Math.Pow(Again, now));
        }
    }
}
