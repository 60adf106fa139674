using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Features.Rules;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>Says of the step under the pointer what was checked, with the evidence worked out.</summary>
internal sealed class HoverFeature(Session session, DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "textDocument/hover", json => json.PositionParams, json => json.Hover, request => request.TextDocument.Uri,
        (reviewed, request) => Answer(reviewed, request.Position, session.Profile, RulePageLinks.Of(session)));

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { HoverProvider = true };

    /// <summary>The hover at a place, or null where no step stands and nothing was found.</summary>
    internal static Protocol.Hover? Answer(ReviewedDocument reviewed, Position position, ClientProfile client, RuleLinks links)
    {
        var place = new TextSpan(reviewed.Text.Positions.OffsetOf(position), 0);
        ICardWriter writer = client.MarkdownHover ? new MarkdownWriter(client.ShowsImages) : new PlainWriter();
        if (reviewed.StepAt(place.Start) is var (review, step))
            return Of(
                Card(review).Write(writer, step),
                client.ShowsDiagnosticsInHover ? Around(place, step.Span, Shown(review.Findings, review)) : step.Span);
        foreach (var whole in reviewed.Reviews)
        {
            if (whole.OfWhole.Where(finding => finding.Span.Touches(place)).ToList() is { Count: > 0 } findings)
                return Of(Card(whole).Write(writer, findings), findings[0].Span);
        }

        return null;

        StepCard Card(TraceReview of) => new(of, links, finding => client.ShowsDiagnosticsInHover
            && Shown([finding], of).Any(shown => shown.Touches(place)));

        // A pointer has a letter under it: over the one before a diagnostic the client shows that as well.
        IEnumerable<TextSpan> Shown(IEnumerable<Finding> findings, TraceReview of) =>
            from finding in findings
            let shown = DiagnosticConverter.Place(finding, of.Trace)
            select shown.Start > 0 && reviewed.Text.Text[shown.Start - 1] is not ('\n' or '\r')
                ? TextSpan.FromBounds(shown.Start - 1, shown.End) : shown;

        Protocol.Hover Of(string text, TextSpan span) => new(
            new MarkupContent(client.MarkdownHover ? "markdown" : "plaintext", text), reviewed.Text.Positions.RangeOf(span));
    }

    // A client keeps the card while the pointer stays in its range, and what it shows beside the card changes from place to place: the
    // range ends where a diagnostic begins.
    private static TextSpan Around(TextSpan place, TextSpan step, IEnumerable<TextSpan> all)
    {
        var (start, end) = (step.Start, step.End);
        foreach (var shown in all)
        {
            if (shown.End < place.Start)
                start = Math.Max(start, shown.End + 1);
            else if (shown.Start > place.Start)
                end = Math.Min(end, shown.Start - 1);
            else
                (start, end) = (Math.Max(start, shown.Start), Math.Min(end, shown.End));
        }

        return new TextSpan(start, Math.Max(0, end - start));
    }
}
