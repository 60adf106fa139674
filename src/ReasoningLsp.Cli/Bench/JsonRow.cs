using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReasoningLsp.Cli.Bench;

/// <summary>One JSON object a line, for people and for programs that compare two runs.</summary>
internal static class JsonRow
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a line whose object <paramref name="members"/> fills.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> members)
    {
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
