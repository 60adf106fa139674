using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Steps;

/// <summary>Answers <c>reasoning/trace</c>: one solution to be read beside its source, mathematics told apart from words.</summary>
internal sealed class TraceFeature(DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "reasoning/trace", json => json.TraceParams, json => json.TraceText, request => request.TextDocument.Uri,
        (reviewed, request) => request.Trace >= 0 && request.Trace < reviewed.Reviews.Length
            ? Of(reviewed, reviewed.Reviews[request.Trace]) : null);

    /// <summary>A trace of a document.</summary>
    internal static TraceText Of(ReviewedDocument reviewed, TraceReview review)
    {
        var (trace, positions) = (review.Trace, reviewed.Text.Positions);
        return new TraceText(
            reviewed.Text.Version, TraceSpans.NameOf(trace), TraceSpans.Summary(review), positions.RangeOf(TraceSpans.Of(trace)),
            ReadableText.Parts(trace.Problem?.Text, []), [.. trace.Steps.Select(step => Of(review, step, positions))],
            ReadableText.Parts(trace.FinalAnswer?.Text, []), Findings(review, null, positions), Items(review.Checklist),
            PeopleParts.Notes(review.People, null), PeopleParts.Mark(review.People));
    }

    private static StepText Of(TraceReview review, Step step, DocumentPositions positions) => new(
        StepNames.Of(step), StateWords.IdOf(StepScores.StateOf(review, step.Index)), positions.RangeOf(step.Span),
        ReadableText.Parts(step.Text.Text, step.Code), Findings(review, step.Index, positions),
        [.. review.SetAside.Where(aside => aside.Finding.Step == step.Index && aside.Finding.Flags)
            .Select(aside => UnicodeText.WellFormed($"{aside.Finding.Message} ({SetAsideText.Of(aside)})"))],
        PeopleParts.Notes(review.People, step.Index), StepScores.Of(review, step.Index)?.Value);

    private static ImmutableArray<ItemText> Items(ChecklistReview? checklist) => checklist is null ? []
        : [.. checklist.Verdicts.Select(verdict => new ItemText(
            UnicodeText.WellFormed(verdict.Item.Question), VerdictText.Of(verdict.Answer), UnicodeText.WellFormed(verdict.Evidence),
            UnicodeText.WellFormed(VerdictText.By(verdict))))];

    private static ImmutableArray<FindingText> Findings(TraceReview review, int? step, DocumentPositions positions) =>
        [.. review.Findings.Where(finding => finding.Step == step && finding.Severity != Severity.Hint)
            .Select(finding => new FindingText(
                finding.Rule.Id, SeverityNames.NameOf(finding.Severity), UnicodeText.WellFormed(finding.Message),
                positions.RangeOf(finding.Span),
                [.. finding.Evidence.Items.Select(item => new EvidenceText(item.Key, UnicodeText.WellFormed(item.Value)))],
                finding.Fixes.Any(fix => fix.Kind == FixKind.Exact)).With(review.People.On(finding.Rule.Id, step, finding.Message)))];
}
