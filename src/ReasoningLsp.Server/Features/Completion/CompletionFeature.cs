using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Rules;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Completion;

/// <summary>
/// Completes front-matter keys, and what can be written in a suppression comment. Reads the text only: it helps in a file that does
/// not ask for review yet.
/// </summary>
internal sealed class CompletionFeature(Session session, DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) =>
        methods.Request("textDocument/completion", json => json.PositionParams, json => json.CompletionList, (request, cancellationToken) =>
    {
        var text = documents.Get(request.TextDocument.Uri).Text;
        return Task.Run(
            () =>
                (CompletionList?)new CompletionList(
                    false, new Completions(text, session.Profile, RulePageLinks.Of(session)).At(request.Position)), cancellationToken);
    });

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { CompletionProvider = new CompletionOptions(["-", "R"], ResolveProvider: false) };
}
