using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Rules;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>
/// Offers what can be done about a finding. Edits that cost work come when an action is chosen, where the client can wait for them.
/// </summary>
internal sealed class CodeActionsFeature(
    Session session, DocumentStore documents, FindingEdits findingEdits, ChosenAction chosen) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Request("textDocument/codeAction", json => json.CodeActionParams, ListAsync);
        methods.Request("codeAction/resolve", json => json.JsonElement, ResolveAsync);
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities with
    {
        CodeActionProvider = new CodeActionOptions(
            [ActionList.QuickFix, ActionList.FixAll, ReviewOffers.Kind], ResolveProvider: client.ResolvesEdits),
    };

    private async Task<JsonElement?> ListAsync(CodeActionParams request, CancellationToken cancellationToken)
    {
        var document = documents.Get(request.TextDocument.Uri);
        var asked = document.Text.Sequence;
        return await Task.Run(
            async () =>
            {
                if (await document.ReviewedAsync(cancellationToken).ConfigureAwait(false) is not { } reviewed)
                    return Serialize(document.LooksLikeSolution ? ReviewOffers.For(document.Text.Identity, request) : []);
                if (reviewed.Text.Sequence != asked)
                    return Serialize([]);
                var hasWriter = session.Settings.Judge is not null;
                var links = RulePageLinks.Of(session);
                return Serialize(
                    new ActionList(reviewed, session.Profile, links, findingEdits, hasWriter, cancellationToken).For(request));
            },
            cancellationToken).ConfigureAwait(false);
    }

    // A client without literals takes commands only.
    private JsonElement Serialize(ImmutableArray<CodeAction> actions) => session.Profile.CodeActionLiterals
        ? JsonSerializer.SerializeToElement(actions, LspWriter.Default.ImmutableArrayCodeAction)
        : JsonSerializer.SerializeToElement(
            [.. actions.Select(action => action.Command).OfType<Command>()], LspWriter.Default.ImmutableArrayCommand);

    // As the client sent it but for the edit: the rest is its own.
    private async Task<JsonElement?> ResolveAsync(JsonElement action, CancellationToken cancellationToken)
    {
        if (new JsonPath(action).At("data") is not { } json)
            return action;
        var data = Methods.Read("codeAction/resolve", json, LspReader.Default.ActionData);
        var edit = await chosen.EditAsync(data, cancellationToken).ConfigureAwait(false);
        var resolved = JsonObject.Create(action)!;
        resolved["edit"] = JsonSerializer.SerializeToNode(edit, LspWriter.Default.WorkspaceEdit);
        return JsonElement.Parse(resolved.ToJsonString());
    }
}
