using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Offers what can be done about a finding. Edits that cost work come when an action is chosen, where the client can wait for them.</summary>
internal sealed class CodeActionsFeature(Session session, DocumentStore documents, CommandFeature commands) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Request("textDocument/codeAction", json => json.CodeActionParams, ListAsync);
        methods.Request("codeAction/resolve", json => json.JsonElement, ResolveAsync);
        commands.Add(CommandNames.ApplyAction, ApplyAsync);
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { CodeActionProvider = new CodeActionOptions([ActionList.QuickFix, ActionList.FixAll], ResolveProvider: client.ResolvesEdits) };

    private async Task<JsonElement?> ListAsync(CodeActionParams request, CancellationToken cancellationToken)
    {
        var document = documents.Get(request.TextDocument.Uri);
        var asked = document.Text.Sequence;
        return await Task.Run(
            async () =>
            {
                if (await document.ReviewedAsync(cancellationToken).ConfigureAwait(false) is not { } reviewed || reviewed.Text.Sequence != asked)
                    return Serialize([]);
                return Serialize(new ActionList(reviewed, session.Profile, session.Settings.Judge is not null, cancellationToken).For(request));
            },
            cancellationToken).ConfigureAwait(false);
    }

    // A client without literals takes commands only.
    private JsonElement Serialize(ImmutableArray<CodeAction> actions) => session.Profile.CodeActionLiterals
        ? JsonSerializer.SerializeToElement(actions, LspWriter.Default.ImmutableArrayCodeAction)
        : JsonSerializer.SerializeToElement([.. actions.Select(action => action.Command).OfType<Command>()], LspWriter.Default.ImmutableArrayCommand);

    // As the client sent it but for the edit: the rest is its own.
    private async Task<JsonElement?> ResolveAsync(JsonElement action, CancellationToken cancellationToken)
    {
        if (new JsonPath(action).At("data") is not { } json)
            return action;
        var edit = await EditAsync(Methods.Read("codeAction/resolve", json, LspReader.Default.ActionData), cancellationToken).ConfigureAwait(false);
        var resolved = JsonObject.Create(action)!;
        resolved["edit"] = JsonSerializer.SerializeToNode(edit, LspWriter.Default.WorkspaceEdit);
        return JsonElement.Parse(resolved.ToJsonString());
    }

    private async Task<JsonElement?> ApplyAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var edit = await EditAsync(call.Record(0, LspReader.Default.ActionData), cancellationToken).ConfigureAwait(false);
        return await session.Client.RequestAsync("workspace/applyEdit", new ApplyWorkspaceEditParams("Reasoning review", edit), LspWriter.Default.ApplyWorkspaceEditParams, cancellationToken).ConfigureAwait(false);
    }

    private async Task<WorkspaceEdit> EditAsync(ActionData data, CancellationToken cancellationToken)
    {
        var reviewed = await documents.Get(data.Uri).ReviewedAsync(cancellationToken).ConfigureAwait(false);
        if (reviewed is null || FindingName.Find(reviewed, new(data.Rule, data.Step, data.Occurrence)) is not var (review, finding))
            throw new LspException(LspError.ContentModified, "The finding is gone; the text has changed since.");
        if (FindingEdits.Of(data.Action, reviewed, review, finding, cancellationToken) is not { } edits)
            throw new LspException(LspError.RequestFailed, "There is no place where a comment would silence this finding and leave the steps as they are; switch the rule off in reasoning-review.json.");
        var annotation = data.Action == ActionKind.Propagate ? ActionList.Propagated : null;
        return WorkspaceEdits.Of(reviewed.Text, edits, session.Profile, annotation);
    }
}
