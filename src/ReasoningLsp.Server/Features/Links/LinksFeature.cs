using ReasoningLsp.Review.References;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Links;

/// <summary>Leads from "step 3", "(2)" and from quantities to where they are fixed, and back to who uses them.</summary>
internal sealed class LinksFeature(Session session, DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.OnDocument(
            documents, "textDocument/documentLink",
            json => json.DocumentParams, json => json.IReadOnlyListDocumentLink, request => request.TextDocument.Uri,
            (reviewed, _) => Links(reviewed, session.Profile));
        methods.OnDocument(
            documents, "textDocument/definition",
            json => json.PositionParams, json => json.IReadOnlyListLocation, request => request.TextDocument.Uri,
            (reviewed, request) => At(reviewed, LinkTargets.Definitions(reviewed, reviewed.Text.Positions.OffsetOf(request.Position))));
        methods.OnDocument(
            documents, "textDocument/references",
            json => json.ReferenceParams, json => json.IReadOnlyListLocation, request => request.TextDocument.Uri,
            (reviewed, request) =>
                At(
                    reviewed, LinkTargets.References(
                        reviewed, reviewed.Text.Positions.OffsetOf(request.Position), request.Context?.IncludeDeclaration ?? false)));
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with
        {
            DocumentLinkProvider = new DocumentLinkOptions(ResolveProvider: false),
            DefinitionProvider = true,
            ReferencesProvider = true,
        };

    /// <summary>A link for each mention, to the line of what it speaks of.</summary>
    internal static IReadOnlyList<DocumentLink> Links(ReviewedDocument reviewed, ClientProfile client) =>
        [.. reviewed.Reviews.SelectMany(review => Mentions.In(review.Trace)).Select(mention => new DocumentLink(
            reviewed.Text.Positions.RangeOf(mention.Span),
            $"{reviewed.Text.Identity.Uri}#L{reviewed.Text.Positions.PositionOf(mention.Target.Start).Line + 1}",
            client.LinkTooltips ? $"Go to {mention.Name}" : null))];

    private static IReadOnlyList<Location> At(ReviewedDocument reviewed, IEnumerable<TextSpan> spans) =>
        [.. spans.Select(span => new Location(reviewed.Text.Identity.Uri, reviewed.Text.Positions.RangeOf(span)))];
}
