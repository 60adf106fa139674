using System.Text.Json;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reporting;

/// <summary>A span as LSP's range: lines and UTF-16 characters from 0, the end exclusive.</summary>
internal static class RangeJson
{
    /// <summary>Writes it as the key "range".</summary>
    public static void Write(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        json.WriteStartObject("range"u8);
        WritePosition(json, "start"u8, source.PositionOf(span.Start));
        WritePosition(json, "end"u8, source.PositionOf(span.End));
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, ReadOnlySpan<byte> name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line"u8, position.Line);
        json.WriteNumber("character"u8, position.Character);
        json.WriteEndObject();
    }
}
