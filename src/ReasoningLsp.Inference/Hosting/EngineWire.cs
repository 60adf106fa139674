using System.Text.Json;
using StreamJsonRpc;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>How messages are written.</summary>
internal static class EngineWire
{
    /// <summary>A connection over <paramref name="stream"/>, not yet listening.</summary>
    public static JsonRpc Connect(Stream stream)
    {
        var formatter = new SystemTextJsonFormatter { JsonSerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web) };
        return new EngineRpc(new LengthHeaderMessageHandler(stream, stream, formatter));
    }
}
