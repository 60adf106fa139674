using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Scores;

/// <summary>Tells which models a person can choose.</summary>
internal sealed class ModelsFeature(Session session, CommandFeature commands) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.ListModels, (_, _) => Task.FromResult<JsonElement?>(List()));

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private JsonElement List()
    {
        try
        {
            return JsonSerializer.SerializeToElement(session.Models.Known(), LspWriter.Default.ImmutableArrayOfferedModel);
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, error.Message);
        }
    }
}
