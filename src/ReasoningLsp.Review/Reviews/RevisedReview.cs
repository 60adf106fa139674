using System.Collections.Immutable;
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
        return review with { Findings = kept, Steps = [.. review.Steps.Select(step => Revise(step, flagged.Contains(step.Step)))] };
    }

    private static StepReview Revise(StepReview step, bool isFlagged)
    {
        var state = isFlagged ? StepState.Flagged
            : step.State is not StepState.Flagged ? step.State
            : step.Relations.Any(relation => relation.Verdict is RelationVerdict.Proven or RelationVerdict.Refuted) ? StepState.Checked
            : StepState.NothingCheckable;
        return state == step.State ? step : step with { State = state };
    }
}
