using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Makes the edit of a code action, for clients that do not resolve one.</summary>
internal sealed class ApplyActionCommand(Session session, ChosenAction chosen) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ApplyAction;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["data"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var edit = await chosen.EditAsync(call.Record(0, LspReader.Default.ActionData), cancellationToken).ConfigureAwait(false);
        var made = await session.Client.ApplyEditAsync("Reasoning review", edit, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(made, LspWriter.Default.ApplyWorkspaceEditResult);
    }
}
