using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Steps;

/// <summary>
/// Reviews a text that is no document, as an agent in the editor hands it over: exact checks, under no folder's configuration.
/// </summary>
internal sealed class ReviewTextCommand(Session session) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ReviewText;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["text", "languageId?"];

    /// <inheritdoc/>
    public Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var identity = DocumentIdentity.Of("untitled:text", call.OptionalWord(1));
        var snapshot = TextSnapshot.Alone(identity, call.Word(0), session.Profile.Encoding);
        var reviewed = DocumentReviewer.Review(snapshot, session.Policies.For(null), null, cancellationToken);
        return Task.FromResult<JsonElement?>(JsonSerializer.SerializeToElement(StepsFeature.Of(reviewed), LspWriter.Default.StepsResult));
    }
}
