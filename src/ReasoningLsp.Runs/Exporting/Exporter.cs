using System.Collections.Immutable;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>Exports a run: who is left out and what a record weighs is known only when all were seen, so the run is read twice where
/// either is asked for, and never held.</summary>
public sealed class Exporter(ExportPlan plan)
{
    private readonly StepLabels _steps = new(plan.Labels, plan.Certain)
    {
        Rates = plan.Rates,
        IsSoft = plan.IsSoft,
        Decisions = plan.Decisions,
    };

    /// <summary>What became of the records so far.</summary>
    public ExportTally Tally { get; private set; } = new();

    /// <summary>The lines.</summary>
    /// <param name="read">Reads the run from its beginning.</param>
    public IEnumerable<string> Lines(Func<IEnumerable<RunTrace>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var kept = plan.Peer is null && plan.Domain is null ? (ImmutableArray<bool>?)null
            : Looked([.. Records(read()).Select(each => (each.Loss, each.Domain))]);
        var at = 0;
        Tally = Tally with { Disputed = 0, Unheard = 0 };
        foreach (var record in Records(read()))
        {
            if (kept is { } list && !list[at++])
                continue;
            var line = record.Line(new ExportExtras
            {
                IsSoft = plan.IsSoft,
                Weight = plan.Domain is null ? null : Tally.Weights!.Of[record.Domain],
                Margin = MarginOf(record),
                Rates = plan.Rates?.Of(record.Trace),
            });
            Tally = Tally with
            {
                Written = Tally.Written + 1,
                Unlicensed = Tally.Unlicensed + (record.Trace.Labels.Licence is null ? 1 : 0),
                Certain = Tally.Certain + record.Labels.Count(label => label.Source is "reward model"),
                Soft = Tally.Soft + record.Labels.Count(label => label.Source is "Monte Carlo" or "calibrated score"),
            };
            yield return line;
        }
    }

    private ImmutableArray<bool> Looked(ImmutableArray<(double? Loss, string Domain)> records)
    {
        var kept = plan.Peer is null ? [.. records.Select(_ => true)] : PeerFilter.Keep([.. records.Select(each => each.Loss)], plan.Share);
        if (plan.Peer is not null)
        {
            var unreviewed = records.Count(each => each.Loss is null);
            Tally = Tally with { Unreviewed = unreviewed, Misfits = kept.Count(stays => !stays) - unreviewed };
        }

        if (plan.Domain is not null)
        {
            var counts = records.Where((_, at) => kept[at]).GroupBy(each => each.Domain)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
            Tally = Tally with { Domains = counts, Weights = counts.Count == 0 ? null : plan.Weights(counts) };
        }

        return kept;
    }

    private LikelihoodMargin? MarginOf(Record record)
    {
        if (plan.Margin is null || record.Pair is null)
            return null;
        var margin = plan.Margin(record.Pair);
        Tally = Tally with
        {
            Losing = Tally.Losing + (margin?.LosesLikelihood is true ? 1 : 0),
            Unmeasured = Tally.Unmeasured + (margin is null ? 1 : 0),
        };
        return margin;
    }

    private IEnumerable<Record> Records(IEnumerable<RunTrace> traces)
    {
        var agreed = traces.Where(trace => trace.Number is not null && Agreed(trace));
        if (plan.Format == ExportFormat.Preference)
            return new PreferencePairs(plan.Labels, plan.Decisions).Of(agreed).Select(pair => new Record(pair.Chosen, [], pair, plan));
        return agreed.Select(trace => new Record(trace, _steps.Of(trace), null, plan))
            .Where(record => ExportLine.Holds(plan.Format, record.Trace, record.Labels, plan.Rates?.Of(record.Trace)));
    }

    private bool Agreed(RunTrace trace)
    {
        // Asked of all, so that lines of a file which name none of them can be told.
        _ = (plan.Labels.Of(trace), plan.Rates?.Of(trace));
        if (plan.Consensus is null)
            return true;
        var agrees = plan.Consensus.Agrees(trace);
        Tally = Tally with
        {
            Disputed = Tally.Disputed + (agrees is false ? 1 : 0),
            Unheard = Tally.Unheard + (agrees is null ? 1 : 0),
        };
        return agrees is true;
    }

    private sealed record Record(RunTrace Trace, ImmutableArray<StepLabel> Labels, PreferencePair? Pair, ExportPlan Plan)
    {
        public string Domain => Plan.Domain?.Invoke(Trace) ?? string.Empty;

        public double? Loss => Plan.Peer is null ? null
            : Pair is null ? Plan.Peer.LossOf(Trace, Labels) : Plan.Peer.LossOf(Pair.Chosen, Pair.Rejected);

        public string Line(ExportExtras extras) =>
            Pair is null ? ExportLine.Of(Plan.Format, Trace, Labels, extras) : ExportLine.Of(Pair, extras);
    }
}
