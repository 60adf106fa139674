using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Synchronization;

/// <summary>Reviews an open document whether it asks for that or not.</summary>
internal sealed class ReviewFileCommand(Session session, DocumentStore documents) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ReviewFile;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var document = documents.Get(call.Word(0));
        document.Name();
        await document.ReviewedAsync(cancellationToken).ConfigureAwait(false);
        // A client that pulls has asked already, when there was nothing to show.
        _ = session.Client.RefreshAsync();
        return null;
    }
}
