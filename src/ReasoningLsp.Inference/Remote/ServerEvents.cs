using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ReasoningLsp.Inference.Remote;

/// <summary>The pieces of an answer that comes bit by bit.</summary>
internal static class ServerEvents
{
    /// <summary>Each piece, until the server says that it is done.</summary>
    public static async IAsyncEnumerable<JsonElement> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Data == "[DONE]")
                yield break;
            using var document = JsonDocument.Parse(item.Data);
            if (document.RootElement.TryGetProperty("error", out var error))
                throw new RemoteFailure($"The server broke off: {error.GetRawText()}");
            yield return document.RootElement;
        }
    }
}
