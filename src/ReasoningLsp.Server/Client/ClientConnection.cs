using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Server.Transport;
using StreamJsonRpc;

namespace ReasoningLsp.Server.Client;

/// <summary>What the server says to the client unasked. A client that is gone or does not know a method is no error.</summary>
internal sealed class ClientConnection(JsonRpc rpc, ServerLog log)
{
    /// <summary>Sends a notification.</summary>
    public async Task NotifyAsync<T>(string method, T parameters, JsonTypeInfo<T> type)
    {
        try
        {
            await rpc.NotifyWithParameterObjectAsync(method, Named(JsonSerializer.SerializeToElement(parameters, type))).ConfigureAwait(false);
        }
        catch (Exception error) when (IsGone(error))
        {
            // The session ends by itself.
        }
    }

    /// <summary>Sends a request; null where the client refused it or is gone. Never awaited where state is changed: the answer comes through the same loop.</summary>
    public async Task<JsonElement?> RequestAsync<T>(string method, T parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await rpc.InvokeWithParameterObjectAsync<JsonElement?>(method, Named(JsonSerializer.SerializeToElement(parameters, type)), cancellationToken).ConfigureAwait(false);
        }
        catch (RemoteRpcException error)
        {
            log.Write($"The client refused {method}: {error.Message}");
            return null;
        }
        catch (Exception error) when (IsGone(error))
        {
            return null;
        }
    }

    /// <summary>Sends a request without parameters, such as a refresh.</summary>
    public async Task RequestAsync(string method, CancellationToken cancellationToken)
    {
        try
        {
            await rpc.InvokeWithParameterObjectAsync(method, (object?)null, cancellationToken).ConfigureAwait(false);
        }
        catch (RemoteRpcException error)
        {
            log.Write($"The client refused {method}: {error.Message}");
        }
        catch (Exception error) when (IsGone(error))
        {
            // The session ends by itself.
        }
    }

    private static bool IsGone(Exception error) => error is ConnectionLostException or ObjectDisposedException or IOException or OperationCanceledException or InvalidOperationException;

    // By name, and without StreamJsonRpc looking into types of ours.
    private static Dictionary<string, object?> Named(JsonElement parameters) =>
        parameters.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value, StringComparer.Ordinal);
}
