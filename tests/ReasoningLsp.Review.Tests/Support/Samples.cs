using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Tests.Support;

/// <summary>Small traces and findings to build reports from.</summary>
internal static class Samples
{
    public static Finding Finding(string rule, int? step, int start, int length, Severity severity = Severity.Error, params Fix[] fixes) =>
        new(RuleCatalog.Find(rule)!, severity, step, "message", new TextSpan(start, length), Evidence.None, [.. fixes], []);

    public static Fix Fix(FixKind kind, params (int Start, int Length, string Text)[] edits) =>
        new("fix", kind, [.. edits.Select(edit => new TextEdit(new TextSpan(edit.Start, edit.Length), edit.Text))]);

    /// <summary>A review of a trace whose only step is all of <paramref name="text"/>.</summary>
    public static TraceReview Review(string text, params Finding[] findings)
    {
        var step = new Step(0, null, null, MappedText.Verbatim(text, 0), new TextSpan(0, text.Length));
        var trace = new Trace(0, null, null, [step], null, TraceSettings.None, new TextSpan(0, text.Length), []);
        return new TraceReview(trace, [new StepReview(0, findings.Length > 0 ? StepState.Flagged : StepState.NothingCheckable, [])],
            [.. findings]);
    }

    public static TraceDocument Document(TraceReview review, params Suppression[] suppressions) =>
        new(review.Trace.Steps[0].Text.Text, TraceFormat.Markdown, [review.Trace], [.. suppressions], ImmutableArray<ReadError>.Empty);
}
