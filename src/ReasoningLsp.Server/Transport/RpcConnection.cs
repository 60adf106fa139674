using ReasoningLsp.Server.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ReasoningLsp.Server.Transport;

/// <summary>The connection. Errors reach the client without stack and paths; those go to the log.</summary>
internal sealed class RpcConnection(IJsonRpcMessageHandler handler, ServerLog log) : JsonRpc(handler)
{
    /// <inheritdoc/>
    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception)
    {
        if (exception is LspException expected)
            return Detail(expected.Code, expected.Message);
        if (exception is OperationCanceledException)
            return base.CreateErrorDetails(request, exception);
        log.Write($"{request.Method} failed", exception);
        return Detail(LspError.InternalError, $"{request.Method} failed; the server's log says why.");
    }

    private static JsonRpcError.ErrorDetail Detail(int code, string message) => new() { Code = (JsonRpcErrorCode)code, Message = message };
}
