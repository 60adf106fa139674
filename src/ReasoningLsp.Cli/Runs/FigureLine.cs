using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReasoningLsp.Cli.Runs;

/// <summary>A figure as a line of JSON.</summary>
internal static class FigureLine
{
    /// <summary>Writes it; what is no finite number and no text is null.</summary>
    public static void Write(TextWriter output, params (string Name, object? Value)[] values)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
            {
                if (value is double number && double.IsFinite(number))
                    json.WriteNumber(name, number);
                else if (value is long count)
                    json.WriteNumber(name, count);
                else if (value is string text)
                    json.WriteString(name, text);
                else
                    json.WriteNull(name);
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
