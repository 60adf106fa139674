using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReasoningLsp.Server.Notebooks;

/// <summary>The shapes in which messages name places.</summary>
internal static class NotebookJson
{
    // What the server gave with something and gets back as it was.
    private static readonly string[] s_kept = ["data", "arguments"];

    /// <summary>A node that may be changed.</summary>
    public static JsonNode? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => null,
    };

    /// <summary>The parts of an object into which one may look.</summary>
    public static KeyValuePair<string, JsonNode?>[] Open(JsonObject parts) =>
        [.. parts.Where(part => !s_kept.Contains(part.Key, StringComparer.Ordinal))];

    /// <summary>A string, or null.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A whole number, or another.</summary>
    public static int Number(JsonNode? node, int otherwise) =>
        node is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;

    /// <summary>Whether it is a place: a line and a character.</summary>
    public static bool IsPosition(JsonObject node) => node.Count == 2 && node.ContainsKey("line") && node.ContainsKey("character");

    /// <summary>Whether it is a place in a notebook, by its address.</summary>
    public static bool IsLocation(JsonObject node, Notebook notebook) => node["range"] is JsonObject && Text(node["uri"]) == notebook.Uri;

    /// <summary>The line of a place.</summary>
    public static int Line(JsonNode? place) => Number((place as JsonObject)?["line"], 0);

    /// <summary>The line on which a range begins.</summary>
    public static int FirstLine(JsonNode? range) => Line((range as JsonObject)?["start"]);

    /// <summary>The line on which a range ends.</summary>
    public static int LastLine(JsonNode? range) => Line((range as JsonObject)?["end"]);
}
