using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Makes every exact fix of a document.</summary>
internal sealed class FixAllFeature(Session session, DocumentStore documents, CommandFeature commands) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.FixAll, FixAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> FixAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        if (await documents.Get(call.Word(0)).ReviewedAsync(cancellationToken).ConfigureAwait(false) is not { } reviewed)
            return null;
        var selection = FixSelection.Choose(reviewed.Findings, FixKind.Exact);
        if (selection.Fixes == 0)
            return null;
        var edit = new ApplyWorkspaceEditParams("Exact fixes", WorkspaceEdits.Of(reviewed.Text, selection.Edits, session.Profile));
        return await session.Client.RequestAsync("workspace/applyEdit", edit, LspWriter.Default.ApplyWorkspaceEditParams, cancellationToken).ConfigureAwait(false);
    }
}
