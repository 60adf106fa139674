using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Steps;

/// <summary>Answers <c>reasoning/steps</c>: traces and steps with their state, for a tree or a gutter.</summary>
internal sealed class StepsFeature(DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "reasoning/steps", json => json.DocumentParams, json => json.StepsResult, request => request.TextDocument.Uri,
        (reviewed, _) => Of(reviewed));

    /// <summary>Traces and steps of a document.</summary>
    public static StepsResult Of(ReviewedDocument reviewed) =>
        new(
            reviewed.Text.Version, DigestOf(reviewed.Text.Text), [
                .. reviewed.Reviews.Select(review => Info(review, reviewed.Text.Positions))]);

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static TraceInfo Info(TraceReview review, DocumentPositions positions) => new(
        TraceSpans.NameOf(review.Trace), positions.RangeOf(TraceSpans.Of(review.Trace)),
        review.Count(StepState.Flagged), review.Count(StepState.Checked), review.Count(StepState.NothingCheckable),
        [.. review.Trace.Steps.Select(step => Info(review, step, positions))], Findings(review, null, positions));

    private static StepInfo Info(TraceReview review, Step step, DocumentPositions positions) => new(
        StepNames.Of(step), positions.RangeOf(step.Span), StateWords.IdOf(review.Steps[step.Index].State),
        StepScores.Of(review, step.Index)?.Value, StepScores.IsDoubted(review, step.Index) ? true : null,
        Findings(review, step.Index, positions));

    private static ImmutableArray<FindingInfo> Findings(TraceReview review, int? step, DocumentPositions positions) =>
        [.. review.Findings.Where(finding => finding.Step == step)
            .Select(
                finding =>
                    new FindingInfo(
                        finding.Rule.Id, SeverityNames.NameOf(finding.Severity), UnicodeText.WellFormed(finding.Message), positions.RangeOf(
                            finding.Span)))];
}
