using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>A connection that reads our own errors as what they are.</summary>
internal sealed class EngineRpc(IJsonRpcMessageHandler handler) : JsonRpc(handler)
{
    /// <inheritdoc/>
    protected override Type? GetErrorDetailsDataType(JsonRpcError error) =>
        error.Error?.Code == (JsonRpcErrorCode)EngineFault.Code ? typeof(EngineFault) : base.GetErrorDetailsDataType(error);
}
