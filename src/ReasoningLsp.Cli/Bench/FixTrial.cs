using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Bench;

/// <summary>What <c>review --fix</c> made of a trace.</summary>
/// <param name="Id">The record's id, or its number where it has none.</param>
/// <param name="Changes">The steps that it wrote anew, with their text before and after.</param>
/// <param name="Fresh">Findings of RR1xx and RR3xx that no step had before, in words.</param>
internal sealed record FixTrial(string Id, ImmutableArray<(int Step, string Before, string After)> Changes, ImmutableArray<string> Fresh)
{
    /// <summary>The trial of a trace that was reviewed before and after its fixes.</summary>
    public static FixTrial Of(TraceReview before, TraceReview after)
    {
        var changes = before.Trace.Steps.Zip(after.Trace.Steps).Where(pair => pair.First.Text.Text != pair.Second.Text.Text)
            .Select(pair => (
                pair.First.Index, UnicodeText.WellFormed(pair.First.Text.Text), UnicodeText.WellFormed(pair.Second.Text.Text)));
        var known = before.Findings.Where(Counts).GroupBy(Key).ToDictionary(group => group.Key, group => group.Count());
        var fresh = after.Findings.Where(Counts).GroupBy(Key).Where(group => group.Count() > known.GetValueOrDefault(group.Key))
            .Select(group => $"{group.Key.Rule}: {UnicodeText.WellFormed(group.Last().Message)}");
        var id = Alarm.IdOf(before.Trace);
        return new FixTrial(id, [.. changes], [.. fresh]);
    }

    /// <summary>Whether a step that people found right was written anew: any of a right trace, those before the first wrong one.</summary>
    public bool TouchesRight(TraceLabel label) =>
        label.FirstWrongStep is { } wrong && Changes.Any(change => wrong < 0 || change.Step < wrong);

    private static bool Counts(Finding finding) => finding.Rule.Refutes;

    private static (string Rule, int? Step) Key(Finding finding) => (finding.Rule.Id, finding.Step);
}
