using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>Tells which checklists can be named in a document.</summary>
internal sealed class ListChecklistsCommand(DocumentStore documents) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ListChecklists;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reviewed = await documents.ReviewedAsync(call.Word(0), cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.SerializeToElement(reviewed.Policy.Checklists.Names(), LspWriter.Default.ImmutableArrayString);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, $"The checklists cannot be listed: {error.Message}");
        }
    }
}
