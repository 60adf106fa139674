using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Makes every exact fix of a document.</summary>
internal sealed class FixAllCommand(Session session, DocumentStore documents) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.FixAll;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await documents.Get(call.Word(0)).ReviewedAsync(cancellationToken).ConfigureAwait(false) is not { } reviewed)
            return null;
        var selection = FixSelection.Choose(reviewed.Findings, FixKind.Exact);
        if (selection.Fixes == 0)
            return null;
        var edit = WorkspaceEdits.Of(reviewed.Text, selection.Edits, session.Profile);
        var made = await session.Client.ApplyEditAsync("Exact fixes", edit, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(made, LspWriter.Default.ApplyWorkspaceEditResult);
    }
}
