using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Exporting;

namespace ReasoningLsp.Cli.Runs;

/// <summary>What became of an export, for a person: a sentence each.</summary>
internal static class ExportText
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, ExportTally tally, ExportPlan plan)
    {
        output.WriteLine($"{Plural.Of(tally.Written, "record")} written{(tally.Unlicensed > 0
            ? $"; {tally.Unlicensed} of them name no licence (\"licence\" in the records): see to it before passing them on"
                : string.Empty)}.");
        if (tally.Written == 0 && plan.Consensus is null && plan.Peer is null)
            output.WriteLine(plan.Format == ExportFormat.Preference
                ? "A pair is a right and a wrong solution of one problem: no problem of this run has both."
                : "Nothing in this run is labelled: decide some of it (`triage`, the desk), or review records that bring labels.");
        if (plan.Consensus is not null)
            output.WriteLine($"Left out: {Plural.Of(tally.Disputed, "trace")} in which Monte Carlo and the judge name different first "
                + $"wrong steps, {tally.Unheard} of which one of the two says nothing{(tally.Unheard > 0
                    ? " (rates come from `progress --all`, a judge's scores from `review --profile`)" : string.Empty)}.");
        if (plan.Peer is not null)
            output.WriteLine($"Left out: {Plural.Of(tally.Misfits, "record")} that fit the peer worst, {tally.Unreviewed} of which it "
                + $"says nothing{(tally.Unreviewed > 0 ? " (review the same traces with its --profile)" : string.Empty)}.");
        if (tally.Weights is { } weights)
        {
            foreach (var (domain, count) in tally.Domains.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {domain}: {Plural.Of(count, "record")}, weight {weights.Of[domain]:0.####}"));
            if (tally.Domains.Count == 1)
                output.WriteLine("All records are of one domain, so that each weighs 1: weigh by another column, or have records name "
                    + "theirs (\"kind\", \"source\", \"language\").");
        }

        if (plan.Certain is { } share && tally.Certain == 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"No step was labelled by a reward model: none that nobody judged has a score as sure as {share} (scores are written by "
                    + $"`review --profile`, as probabilities)."));
        if (plan.IsSoft && tally.Soft == 0)
            output.WriteLine("No step has a Monte-Carlo rate or a calibrated score, so that soft labels are 0, 0.5 and 1: add "
                + "--monte-carlo FILE (of `progress --all`); or, one after the other, review with a reward model (`--profile`), fit its "
                + "scores by `bench NAME --calibrate`, and review again under another name, for a run stays what it was.");
        if (plan.Margin is not null)
            output.WriteLine($"{Plural.Of(tally.Losing, "pair")} whose chosen answer lost likelihood{(tally.Unmeasured > 0
                ? $"; of {tally.Unmeasured} no likelihood could be computed" : string.Empty)}.");
    }
}
