using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reviews;

/// <summary>A review whose findings were filtered after the checks ran.</summary>
public static class RevisedReview
{
    /// <summary>
    /// The same review with <paramref name="findings"/> in order of their place, and each step's state as these leave it:
    /// a step is flagged only as long as an error or warning of it is shown.
    /// </summary>
    public static TraceReview WithFindings(this TraceReview review, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(review);
        var kept = findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var flagged = kept.Where(finding => finding.Flags).Select(finding => finding.Step!.Value).ToHashSet();
        return review with
        {
            Findings = kept,
            Steps = [.. review.Steps.Select(step => Revise(step, flagged.Contains(step.Step)))],
            Checklist = review.Checklist is { } checklist ? Revise(checklist, kept) : null,
        };
    }

    private static StepReview Revise(StepReview step, bool isFlagged)
    {
        var state = StepReview.StateOf(step.Relations, isFlagged);
        return state == step.State ? step : step with { State = state };
    }

    // What silences a finding silences the items that repeat it.
    private static ChecklistReview Revise(ChecklistReview checklist, ImmutableArray<Finding> kept) =>
        checklist.Verdicts.All(verdict => !IsSilenced(verdict, kept))
            ? checklist
            : checklist with
            {
                Verdicts = [.. checklist.Verdicts.Select(verdict => IsSilenced(verdict, kept) ? verdict.Silenced() : verdict)],
            };

    private static bool IsSilenced(ItemVerdict verdict, ImmutableArray<Finding> kept) =>
        verdict.Answer == ItemAnswer.No && verdict.Cause is { } cause && !kept.Any(cause.IsSameAs);
}
