using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Server.Workspace;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Hints;

/// <summary>The state of a step at its end; behind a false value what should stand there.</summary>
internal sealed class HintFeature(Session session, DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "textDocument/inlayHint",
        json => json.InlayHintParams, json => json.IReadOnlyListInlayHint, request => request.TextDocument.Uri,
        (reviewed, request) => Answer(reviewed, reviewed.Text.Positions.SpanOf(request.Range), session.Settings.InlayHints));

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { InlayHintProvider = new InlayHintOptions(ResolveProvider: false) };

    /// <summary>The hints that stand within <paramref name="visible"/>.</summary>
    internal static IReadOnlyList<InlayHint> Answer(ReviewedDocument reviewed, TextSpan visible, InlayHintMode mode)
    {
        if (mode == InlayHintMode.Off)
            return [];
        return [.. reviewed.Reviews.SelectMany(review => review.Trace.Steps
            .Where(step => visible.Touches(step.Span) && (mode == InlayHintMode.All || IsWrong(review, step.Index)))
            .SelectMany(step => Of(review, step)))
            .Where(hint => visible.Touches(new TextSpan(hint.At, 0)))
            .Select(hint => new InlayHint(
                reviewed.Text.Positions.PositionOf(hint.At), hint.Label, hint.Tooltip, PaddingLeft: true))];
    }

    private static bool IsWrong(TraceReview review, int step) =>
        StepScores.StateOf(review, step) is StepState.Flagged or StepState.Doubted;

    // What should stand in a value's place is said behind the value: at the end of a step of many lines it would speak of another.
    private static IEnumerable<(int At, string Label, string Tooltip)> Of(TraceReview review, Step step)
    {
        var state = StepScores.StateOf(review, step.Index);
        var sign = Signs.Of(state);
        var findings = review.Findings.Where(finding => finding.Step == step.Index && finding.Flags).ToList();
        var values = findings.Select(finding => (Finding: finding, Edit: ExactValue(finding))).Where(value => value.Edit is not null)
            .DistinctBy(value => value.Edit!.Span).ToList();
        foreach (var (finding, edit) in values)
            yield return (edit!.Span.End, $"{sign} {edit.NewText.Trim()}", Told(finding));
        if (values.Count > 0)
            yield break;
        var tooltip = findings.Count == 0 ? StateWords.MeaningOf(state) : string.Join("\n", findings.Select(Told));
        yield return (step.Span.End, $"{sign} {StateWords.NameOf(state)}", tooltip);
    }

    private static TextEdit? ExactValue(Finding finding) =>
        finding.Fixes.FirstOrDefault(fix => fix.Kind == FixKind.Exact)?.Edits is [{ NewText: { Length: > 0 and <= 40 } value } edit]
            && !string.IsNullOrWhiteSpace(value) ? edit : null;

    private static string Told(Finding finding) => $"{finding.Rule.Id}: {finding.Message}";
}
