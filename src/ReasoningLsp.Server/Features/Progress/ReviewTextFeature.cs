using System.Text.Json;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Progress;

/// <summary>Reviews a text that is no document, as an agent in the editor hands it over: exact checks, under no folder's configuration.</summary>
internal sealed class ReviewTextFeature(Session session, CommandFeature commands) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.ReviewText, (call, cancellationToken) => Task.FromResult<JsonElement?>(Review(call, cancellationToken)));

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private JsonElement Review(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var text = call.Word(0);
        var identity = DocumentIdentity.Of("untitled:text", call.OptionalWord(1));
        var snapshot = new TextSnapshot(identity, 0, 0, text, new DocumentPositions(text, LineIndex.Of(text), session.Profile.Encoding), null);
        var reviewed = DocumentReviewer.Review(snapshot, session.Policies.For(null), null, cancellationToken);
        return JsonSerializer.SerializeToElement(StepsFeature.Of(reviewed), LspWriter.Default.StepsResult);
    }
}
