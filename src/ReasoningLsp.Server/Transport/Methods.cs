using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Server.Protocol;
using StreamJsonRpc;

namespace ReasoningLsp.Server.Transport;

/// <summary>
/// The methods the server knows. StreamJsonRpc hands over bare JSON; here it gets its type, the life cycle is
/// asked, and errors get their code. A handler starts in the order of arrival and runs up to its first
/// <c>await</c> before the next message is looked at: state is changed in that part and nothing slow is done in it.
/// Types are named by functions, because to describe one takes time that a start does not have.
/// </summary>
internal sealed class Methods(RpcConnection rpc, ServerLifecycle lifecycle, IMessageTranslation translation, ServerLog log)
{
    /// <summary>Answers requests of a name.</summary>
    public void Request<TParams, TResult>(
        string method,
        Func<LspReader, JsonTypeInfo<TParams>> parameters,
        Func<LspWriter, JsonTypeInfo<TResult>> result,
        Func<TParams, CancellationToken, Task<TResult?>> handler)
        where TResult : class =>
        Add(method, async (json, cancellationToken) =>
        {
            lifecycle.AdmitRequest(method);
            var (asked, place) = translation.Inward(method, json);
            return await handler(Read(method, asked, parameters(LspReader.Default)), cancellationToken).ConfigureAwait(false) is { } value
                ? translation.Answer(method, JsonSerializer.SerializeToElement(value, result(LspWriter.Default)), place)
                : null;
        });

    /// <summary>Answers requests of a name whose answer is JSON already.</summary>
    public void Request<TParams>(
        string method, Func<LspReader, JsonTypeInfo<TParams>> parameters, Func<TParams, CancellationToken, Task<JsonElement?>> handler) =>
        Add(method, async (json, cancellationToken) =>
        {
            lifecycle.AdmitRequest(method);
            var (asked, place) = translation.Inward(method, json);
            return await handler(Read(method, asked, parameters(LspReader.Default)), cancellationToken).ConfigureAwait(false) is { } value
                ? translation.Answer(method, value, place)
                : null;
        });

    /// <summary>Answers the requests that begin and end a session, which the life cycle does not hold back.</summary>
    public void Ungated(string method, Func<JsonElement, CancellationToken, Task<JsonElement?>> handler) => Add(method, handler);

    /// <summary>Takes notifications of a name. What goes wrong is logged: nobody waits for an answer.</summary>
    public void Notification<TParams>(string method, Func<LspReader, JsonTypeInfo<TParams>> parameters, Action<TParams> handler) =>
        Add(method, (json, _) =>
        {
            if (!lifecycle.AdmitsNotification)
                return Task.FromResult<JsonElement?>(null);
            try
            {
                handler(Read(method, translation.Inward(method, json).Parameters, parameters(LspReader.Default)));
            }
            catch (Exception error)
            {
                log.Write(error is LspException ? error.Message : $"{method} failed: {error}");
            }

            return Task.FromResult<JsonElement?>(null);
        });

    /// <summary>The parameters as their type.</summary>
    /// <exception cref="LspException">They are not of that type.</exception>
    public static TParams Read<TParams>(string method, JsonElement json, JsonTypeInfo<TParams> type)
    {
        try
        {
            if (json.ValueKind is JsonValueKind.Object && json.Deserialize(type) is { } value)
                return value;
        }
        catch (JsonException error)
        {
            throw new LspException(LspError.InvalidParams, $"The parameters of {method} cannot be read at {error.Path}.");
        }

        throw new LspException(LspError.InvalidParams, $"The parameters of {method} are missing.");
    }

    private void Add(string method, Func<JsonElement, CancellationToken, Task<JsonElement?>> handler)
    {
        var entry = new MethodEntry(handler);
        rpc.AddLocalRpcMethod(
            MethodEntry.Invocation, entry, new JsonRpcMethodAttribute(method) { UseSingleObjectParameterDeserialization = true });
    }
}
