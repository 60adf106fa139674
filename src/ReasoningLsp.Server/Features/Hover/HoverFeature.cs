using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Rules;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;

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

    /// <summary>The hover at a place, or null where no step stands.</summary>
    internal static Protocol.Hover? Answer(ReviewedDocument reviewed, Position position, ClientProfile client, RuleLinks links)
    {
        if (reviewed.StepAt(reviewed.Text.Positions.OffsetOf(position)) is not var (review, step))
            return null;
        var card = new StepCard(review, step, links)
            .Write(client.MarkdownHover ? new MarkdownWriter(client.ShowsImages) : new PlainWriter());
        return new Protocol.Hover(
            new MarkupContent(client.MarkdownHover ? "markdown" : "plaintext", card), reviewed.Text.Positions.RangeOf(step.Span));
    }
}
