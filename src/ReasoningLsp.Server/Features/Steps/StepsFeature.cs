using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.CodeActions;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Steps;

/// <summary>Answers <c>reasoning/steps</c>: traces and steps with their state, for a tree or a gutter.</summary>
internal sealed class StepsFeature(DocumentStore documents) : IFeature
{
    // As many as a tree shows unfolded.
    private const int Many = 20;

    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "reasoning/steps", json => json.StepsParams, json => json.StepsResult, request => request.TextDocument.Uri, Answer);

    /// <summary>Traces and steps of a document.</summary>
    public static StepsResult Of(ReviewedDocument reviewed) => Of(reviewed, reviewed.Reviews, _ => true);

    // Thousands of solutions with their steps are megabytes after every key.
    private static StepsResult Answer(ReviewedDocument reviewed, StepsParams request) => request switch
    {
        { Trace: >= 0 and var index } when index < reviewed.Reviews.Length => Of(reviewed, [reviewed.Reviews[index]], _ => true),
        { Trace: not null } => Of(reviewed, [], _ => true),
        { Brief: true } when reviewed.Reviews.Length > Many => Of(reviewed, reviewed.Reviews, HasNotesAtSteps),
        _ => Of(reviewed),
    };

    private static bool HasNotesAtSteps(TraceReview review) =>
        review.Trace.Steps.Any(step => !PeopleParts.Notes(review.People, step.Index).IsEmpty);

    private static StepsResult Of(ReviewedDocument reviewed, ImmutableArray<TraceReview> reviews, Func<TraceReview, bool> isWhole) =>
        new(reviewed.Text.Version, DigestOf(reviewed.Text.Text),
            [.. reviews.Select(review => Info(review, reviewed.Text.Identity.Uri, reviewed.Text.Positions, isWhole(review)))]);

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static TraceInfo Info(TraceReview review, string uri, DocumentPositions positions, bool isWhole) => new(
        TraceSpans.NameOf(review.Trace), positions.RangeOf(TraceSpans.Of(review.Trace)),
        StepScores.Count(review, StepState.Flagged), StepScores.Count(review, StepState.Checked),
        StepScores.Count(review, StepState.NothingCheckable), StepScores.Count(review, StepState.Doubted),
        StepScores.Count(review, StepState.Dismissed), StepScores.Count(review, StepState.Silenced), TraceSpans.Summary(review),
        isWhole ? [.. review.Trace.Steps.Select(step => Info(review, step, uri, positions))] : null, Findings(review, null, positions),
        Aside(review, null, uri, positions), PeopleParts.Notes(review.People, null), PeopleParts.Mark(review.People));

    private static StepInfo Info(TraceReview review, Step step, string uri, DocumentPositions positions) => new(
        StepNames.Of(step), UnicodeText.WellFormed(StepNames.TextOf(review, step)), positions.RangeOf(step.Span),
        StateWords.IdOf(StepScores.StateOf(review, step.Index)),
        StepScores.Of(review, step.Index)?.Value, StepScores.IsDoubted(review, step.Index) ? true : null,
        Findings(review, step.Index, positions), Aside(review, step.Index, uri, positions),
        PeopleParts.Notes(review.People, step.Index));

    private static ImmutableArray<SetAsideInfo> Aside(TraceReview review, int? step, string uri, DocumentPositions positions) =>
        [.. review.SetAside.Where(aside => aside.Finding.Step == step && aside.Finding.Severity != Severity.Hint)
            .Select(aside => new SetAsideInfo(
                aside.Finding.Rule.Id, UnicodeText.WellFormed(aside.Finding.Message), positions.RangeOf(aside.Finding.Span),
                aside.By.ToString().ToLowerInvariant(), aside.Reason, aside.Who, aside.By == SetAsideBy.Decision
                    ? Undo(uri, DismissedFinding.KeyOf(review, aside)) : null))];

    private static ActionData Undo(string uri, FindingKey key) => new(uri, ActionKind.Restore, key.Rule, key.Step, key.Occurrence);

    private static ImmutableArray<FindingInfo> Findings(TraceReview review, int? step, DocumentPositions positions) =>
        [.. review.Findings.Where(finding => finding.Step == step)
            .Select(
                finding =>
                    new FindingInfo(
                        finding.Rule.Id, SeverityNames.NameOf(finding.Severity), UnicodeText.WellFormed(finding.Message), positions.RangeOf(
                            finding.Span)))];
}
