using System.Collections.Immutable;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Running;

/// <summary>Places the results of the steps in the file.</summary>
internal static class Assembler
{
    public static TraceReview Assemble(Trace trace, ReviewSnapshot snapshot, ImmutableArray<TraceDraft> whole, ReviewOptions options,
        CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var steps = ImmutableArray.CreateBuilder<StepReview>(trace.Steps.Length);
        for (var i = 0; i < trace.Steps.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isCorrected = i + 1 < trace.Steps.Length && TakenBackStep.IsBefore(snapshot.Steps[i + 1].Analysis);
            foreach (var draft in snapshot.Steps[i].Drafts)
            {
                if ((draft.Rule.Family == RuleFamily.Arithmetic && (isCorrected || IsCalculatedAnew(snapshot, i, draft)))
                    || ComparedWork.Holds(trace, snapshot, i, draft))
                    continue;
                if (options.SeverityOf(draft.Rule, draft.Severity) is { } severity)
                    findings.Add(Place(InStyle(draft, i), severity, trace, i));
            }
        }

        foreach (var ofTrace in whole)
        {
            if (options.SeverityOf(ofTrace.Draft.Rule, ofTrace.Draft.Severity) is not { } severity)
                continue;
            var finding = Place(InStyle(ofTrace.Draft, ofTrace.Step), severity, trace, ofTrace.Step);
            findings.Add(ofTrace.IsWhole ? finding with { Step = null, Span = ofTrace.Place ?? finding.Span } : finding);
        }

        findings.Sort((a, b) => (a.Span.Start, a.Rule.Id).CompareTo((b.Span.Start, b.Rule.Id)));
        var flagged = findings.Where(finding => finding.Flags)
            .Select(finding => finding.Step!.Value).ToHashSet();
        for (var i = 0; i < trace.Steps.Length; i++)
            steps.Add(Review(trace.Steps[i], snapshot.Steps[i], flagged.Contains(i)));
        return new TraceReview(trace, steps.MoveToImmutable(), findings.ToImmutable()) { Snapshot = snapshot };

        Draft InStyle(Draft draft, int step) => WrittenNumbers.InStyleOf(draft, snapshot.Steps[step].Analysis, snapshot.Traits);
    }

    // "15 · 24 = 350", then "Wait, 15 · 24 = 360": the author has put it right.
    private static bool IsCalculatedAnew(ReviewSnapshot snapshot, int step, Draft draft) =>
        step + 1 < snapshot.Steps.Length && snapshot.Steps[step + 1] is var next && TakenBackStep.IsDoubtedBy(next.Analysis)
        && snapshot.Steps[step].Links.FirstOrDefault(link => link.Span.Contains(draft.Span) && !link.Judgment.Holds) is
        { LeftExpression: { } left }
        && next.Links.Any(link => link.Index == 0 && link.Judgment.Holds && left.Equals(link.LeftExpression));

    private static Finding Place(Draft draft, Severity severity, Trace trace, int index)
    {
        var step = trace.Steps[index];
        var fixes = ImmutableArray<Fix>.Empty;
        if (draft.Repair is { } repair && step.Text.IsUnbroken(repair.Span))
        {
            var edit = new TextEdit(step.Text.ToOriginal(repair.Span), repair.NewText);
            fixes = [new Fix($"Replace {step.Text.Text.Substring(repair.Span.Start, repair.Span.Length)} by {repair.NewText}",
                FixKind.Exact, [edit])];
        }

        var related = draft.RelatedElsewhere;
        if (draft.Related is { } other)
            related = [new RelatedLocation(other.Message, step.Text.ToOriginal(other.Span)), .. related];
        if (draft.RelatedStep is { } elsewhere && (elsewhere.Step < 0 ? trace.Problem : trace.Steps[elsewhere.Step].Text) is { } text)
            related = [new RelatedLocation(elsewhere.Message, text.ToOriginal(elsewhere.Span)), .. related];
        return new Finding(draft.Rule, severity, step.Index, draft.Message, step.Text.ToOriginal(draft.Span), draft.Evidence, fixes,
            related);
    }

    private static StepReview Review(Step step, StepResult result, bool isFlagged)
    {
        var relations = result.Relations.Select(relation => relation with { Span = step.Text.ToOriginal(relation.Span) })
            .ToImmutableArray();
        return new StepReview(step.Index, StepReview.StateOf(relations, isFlagged), relations);
    }
}
