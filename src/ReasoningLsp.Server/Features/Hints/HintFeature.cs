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

/// <summary>The state of a step at its end; for a false value what should stand there.</summary>
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

    /// <summary>The hints of the steps that end within <paramref name="visible"/>.</summary>
    internal static IReadOnlyList<InlayHint> Answer(ReviewedDocument reviewed, TextSpan visible, InlayHintMode mode)
    {
        if (mode == InlayHintMode.Off)
            return [];
        return [.. reviewed.Reviews.SelectMany(review => review.Trace.Steps
            .Where(step => visible.Touches(new TextSpan(step.Span.End, 0)) && (mode == InlayHintMode.All || IsWrong(review, step.Index)))
            .Select(step => Hint(reviewed, review, step)))];
    }

    private static bool IsWrong(TraceReview review, int step) =>
        StepScores.StateOf(review, step) is StepState.Flagged or StepState.Doubted;

    private static InlayHint Hint(ReviewedDocument reviewed, TraceReview review, Step step)
    {
        var state = StepScores.StateOf(review, step.Index);
        var findings = review.Findings.Where(finding => finding.Step == step.Index && finding.Flags).ToList();
        var right = findings.SelectMany(finding => finding.Fixes).FirstOrDefault(fix => fix.Kind == FixKind.Exact)?.Edits;
        var label =
            $"{Signs.Of(state)} {(right is [{ NewText: { Length: > 0 and <= 40 } value }] ? value.Trim() : StateWords.NameOf(state))}";

        var tooltip = findings.Count == 0
            ? StateWords.MeaningOf(state)
            : string.Join("\n", findings.Select(finding => $"{finding.Rule.Id}: {finding.Message}"));
        return new InlayHint(reviewed.Text.Positions.PositionOf(step.Span.End), label, tooltip, PaddingLeft: true);
    }
}
