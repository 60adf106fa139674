using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Reviews a document as a correction would leave it.</summary>
/// <param name="document">The document.</param>
/// <param name="before">The review of the trace that is corrected.</param>
/// <param name="review">Reviews a trace.</param>
internal sealed class Recheck(TraceDocument document, TraceReview before, Func<Trace, CancellationToken, TraceReview> review)
{
    /// <summary>The review after <paramref name="edits"/>; null where they change anything but <paramref name="steps"/>, or where a check
    /// refutes what they leave.</summary>
    public TraceReview? After(ImmutableArray<TextEdit> edits, ImmutableArray<int> steps, CancellationToken cancellationToken) =>
        After(edits, steps, cancellationToken, out _);

    /// <summary>The same, with whether it was a check that refuted what they leave.</summary>
    public TraceReview? After(ImmutableArray<TextEdit> edits, ImmutableArray<int> steps, CancellationToken cancellationToken,
        out bool isRefuted)
    {
        isRefuted = false;
        // An answer section says what the last step found, so what is carried through the work is carried into it.
        bool IsInAnswer(TextEdit edit) => before.Trace.FinalAnswer is { } final && final.Whole.Contains(edit.Span);
        if (edits.IsEmpty || !edits.All(edit => IsInAnswer(edit) || steps.Any(step => before.Trace.Steps[step].Span.Contains(edit.Span))))
            return null;
        var traces = TraceReader.Apply(document, edits).Traces;
        if (traces.Length != document.Traces.Length || traces[before.Trace.Index] is not { } trace
            || !IsSameBut(trace, steps, edits.Any(IsInAnswer)))
            return null;
        for (var index = 0; index < traces.Length; index++)
        {
            if (index != before.Trace.Index
                && !document.Traces[index].Steps.Select(step => step.Text.Text)
                    .SequenceEqual(traces[index].Steps.Select(step => step.Text.Text)))
                return null;
        }

        var after = review(trace, cancellationToken);
        var known = before.Findings.Where(Counts).GroupBy(Key).ToDictionary(group => group.Key, group => group.Count());
        var isWorse = after.Findings.Where(Counts).GroupBy(Key).Any(group =>
            (group.Key.Step is { } step && steps.Contains(step)) || group.Count() > known.GetValueOrDefault(group.Key));
        isRefuted = isWorse;
        return isWorse ? null : after;
    }

    private bool IsSameBut(Trace trace, ImmutableArray<int> steps, bool withAnswer)
    {
        if (trace.Steps.Length != before.Trace.Steps.Length || trace.Problem?.Text != before.Trace.Problem?.Text
            || (!withAnswer && trace.FinalAnswer?.Text != before.Trace.FinalAnswer?.Text))
            return false;
        return trace.Steps.All(step => steps.Contains(step.Index) || step.Text.Text == before.Trace.Steps[step.Index].Text.Text);
    }

    private static (string Rule, int? Step) Key(Finding finding) => (finding.Rule.Id, finding.Step);

    // What is wrong with the content, and what is aimed at a judge; remarks on form do not count.
    private static bool Counts(Finding finding) => finding.Rule is { Locates: true, Refutes: true } or { Family: RuleFamily.JudgeTarget };
}
