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
    public static TraceReview WithFindings(this TraceReview review, IEnumerable<Finding> findings) => WithFindings(review, findings, []);

    /// <summary>The same, with what people <paramref name="setAside"/> beside what they had set aside before.</summary>
    public static TraceReview WithFindings(this TraceReview review, IEnumerable<Finding> findings, IEnumerable<SetAside> setAside)
    {
        ArgumentNullException.ThrowIfNull(review);
        var kept = findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var aside = review.SetAside.AddRange(setAside);
        var (shown, hidden) = (kept.ToLookup(finding => finding.Step), aside.ToLookup(each => each.Finding.Step));
        return review with
        {
            Findings = kept,
            SetAside = aside,
            Steps = [.. review.Steps.Select(step => step.With(shown[step.Step], hidden[step.Step]))],
            Checklist = review.Checklist is { } checklist ? Revise(checklist, kept) : null,
        };
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
