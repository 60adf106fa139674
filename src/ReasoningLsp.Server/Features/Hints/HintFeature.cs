using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Server.Workspace;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Hints;

/// <summary>The state of a step at its end; behind a false value what should stand there.</summary>
internal sealed class HintFeature(Session session, DocumentStore documents, DiagnosticsFeature diagnostics) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "textDocument/inlayHint",
        json => json.InlayHintParams, json => json.IReadOnlyListInlayHint, request => request.TextDocument.Uri,
        (reviewed, request) => Answer(
            reviewed, reviewed.Text.Positions.SpanOf(request.Range), session.Settings.InlayHints,
            session.Profile.ShowsDiagnosticsInHover, finding => diagnostics.IsHeld(reviewed, finding)));

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { InlayHintProvider = new InlayHintOptions(ResolveProvider: false) };

    /// <summary>The hints that stand within <paramref name="visible"/>.</summary>
    /// <param name="reviewed">The document.</param>
    /// <param name="visible">Where hints are asked for.</param>
    /// <param name="mode">Which steps have any.</param>
    /// <param name="isTold">Whether the client shows the message of a diagnostic beside what a hint within it says.</param>
    /// <param name="isHeld">Whether a finding waits for the step to be left; its step says nothing before.</param>
    internal static IReadOnlyList<InlayHint> Answer(
        ReviewedDocument reviewed, TextSpan visible, InlayHintMode mode, bool isTold, Func<Finding, bool> isHeld)
    {
        if (mode == InlayHintMode.Off)
            return [];
        return [.. reviewed.Reviews.SelectMany(review => review.Trace.Steps
            .Where(step => visible.Touches(step.Span) && (mode == InlayHintMode.All || IsWrong(review, step.Index))
                && !review.Findings.Any(finding => finding.Step == step.Index && finding.Flags && isHeld(finding)))
            .SelectMany(step => Of(review, step, isTold)))
            .Where(hint => visible.Touches(new TextSpan(hint.At, 0)))
            .Select(hint => new InlayHint(
                reviewed.Text.Positions.PositionOf(hint.At), hint.Label, hint.Tooltip, PaddingLeft: true))];
    }

    private static bool IsWrong(TraceReview review, int step) =>
        StepScores.StateOf(review, step) is StepState.Flagged or StepState.Doubted;

    // What should stand in a value's place is said behind the value: at the end of a step of many lines it would speak of another.
    private static IEnumerable<(int At, string Label, string? Tooltip)> Of(TraceReview review, Step step, bool isTold)
    {
        var state = StepScores.StateOf(review, step.Index);
        var sign = Signs.Of(state);
        var findings = review.Findings.Where(finding => finding.Step == step.Index && finding.Flags).ToList();
        var values = findings.Select(finding => (Finding: finding, Edit: ExactValue(finding))).Where(value => value.Edit is not null)
            .DistinctBy(value => value.Edit!.Span).ToList();
        foreach (var (finding, edit) in values)
            yield return (edit!.Span.End, $"{sign} {edit.NewText.Trim()}", Unsaid([finding], edit.Span.End));
        if (values.Count > 0)
            yield break;
        yield return (step.Span.End, $"{sign} {StateWords.NameOf(state)}",
            findings.Count == 0 ? StateWords.MeaningOf(state) : Unsaid(findings, step.Span.End));

        string? Unsaid(IEnumerable<Finding> all, int at)
        {
            var told = all.Where(finding => !isTold || !DiagnosticConverter.Place(finding, review.Trace).Touches(new TextSpan(at, 0)));
            return string.Join("\n", told.Select(Told)) is { Length: > 0 } text ? text : null;
        }
    }

    private static TextEdit? ExactValue(Finding finding) =>
        finding.Fixes.FirstOrDefault(fix => fix.Kind == FixKind.Exact)?.Edits is [{ NewText: { Length: > 0 and <= 40 } value } edit]
            && !string.IsNullOrWhiteSpace(value) ? edit : null;

    private static string Told(Finding finding) => $"{finding.Rule.Id}: {finding.Message}";
}
