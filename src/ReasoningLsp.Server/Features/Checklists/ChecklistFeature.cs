using System.Text.Json;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>Tells which checklists there are, and what came of those that hold for a document.</summary>
internal sealed class ChecklistFeature(DocumentStore documents, CommandFeature commands) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.OnDocument(
            documents, "reasoning/checklist", json => json.DocumentParams, json => json.ChecklistResult, request => request.TextDocument.Uri,
            (reviewed, request) => ChecklistInfo.Of(reviewed, documents.Get(request.TextDocument.Uri).Checklists));
        commands.Add(CommandNames.ListChecklists, ListAsync);
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> ListAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
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
