using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Models;

/// <summary>Tells which models could be got for this machine, the best first.</summary>
internal sealed class OfferModelsCommand(Session session) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.OfferModels;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => [];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.SerializeToElement(await session.Models.OffersAsync(cancellationToken).ConfigureAwait(false),
                LspWriter.Default.ModelOffers);
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, error.Message);
        }
    }
}
