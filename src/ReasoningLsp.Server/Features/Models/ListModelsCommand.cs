using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Models;

/// <summary>Tells which models a person can choose.</summary>
internal sealed class ListModelsCommand(Session session) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ListModels;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => [];

    /// <inheritdoc/>
    public Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        try
        {
            var known = JsonSerializer.SerializeToElement(session.Models.Known(), LspWriter.Default.ImmutableArrayOfferedModel);
            return Task.FromResult<JsonElement?>(known);
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, error.Message);
        }
    }
}
