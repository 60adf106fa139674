using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>What an editor does with a document.</summary>
internal static class Editing
{
    public static Task OpenAsync(this TestClient client, string uri, string text, int version = 1, string languageId = "markdown") =>
        client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, languageId, version, text } });

    public static Task CloseAsync(this TestClient client, string uri) =>
        client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri } });

    /// <summary>Puts text in place of a stretch of a line.</summary>
    public static Task TypeAsync(this TestClient client, string uri, int version, int line, int from, int to, string text) =>
        client.ChangeAsync(uri, version, Change(line, from, line, to, text));

    public static Task ChangeAsync(this TestClient client, string uri, int version, params JsonNode[] changes) =>
        client.NotifyAsync("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject
            {
                ["uri"] = uri,
                ["version"] = version,
            },
            ["contentChanges"] = new JsonArray(changes)
        });

    public static JsonNode Change(int line, int from, int toLine, int to, string text) => new JsonObject
    {
        ["range"] = Range(line, from, toLine, to),
        ["text"] = text,
    };

    public static JsonObject Range(int line, int from, int toLine, int to) => new()
    {
        ["start"] = Position(line, from),
        ["end"] = Position(toLine, to),
    };

    public static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    public static JsonObject At(string uri, int line, int character) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["position"] = Position(line, character),
    };

    public static JsonObject Document(string uri) => new() { ["textDocument"] = new JsonObject { ["uri"] = uri } };

    /// <summary>The diagnostics pushed for a version; waits for them.</summary>
    public static async Task<JsonElement[]> PushedAsync(this TestClient client, string uri, int version, int from = 0)
    {
        var message = await client.WaitForAsync(
            each => each.Method == "textDocument/publishDiagnostics" && each.Parameters.GetProperty("uri").GetString() == uri
            && each.Parameters.TryGetProperty("version", out var own) && own.GetInt32() == version, from);
        return [.. message.Parameters.GetProperty("diagnostics").EnumerateArray()];
    }

    /// <summary>The diagnostics that are pulled.</summary>
    public static async Task<JsonElement[]> PullAsync(this TestClient client, string uri) =>
        [.. (await client.RequestAsync("textDocument/diagnostic", Document(uri))).GetProperty("items").EnumerateArray()];

    public static string[] Codes(this IEnumerable<JsonElement> diagnostics) =>
        [.. diagnostics.Select(diagnostic => diagnostic.GetProperty("code").GetString()!)];

    public static (int Line, int From, int To) Place(this JsonElement diagnostic)
    {
        var range = diagnostic.GetProperty("range");
        return (range.GetProperty("start").GetProperty("line").GetInt32(), range.GetProperty("start").GetProperty("character").GetInt32(),
            range.GetProperty("end").GetProperty("character").GetInt32());
    }

    /// <summary>The text after edits as the protocol writes them, which count in the text before any of them.</summary>
    public static string Apply(string text, JsonElement edits)
    {
        var lines = Traces.LineIndex.Of(text);
        int Offset(JsonElement position) =>
            lines.ToOffset(new Traces.LinePosition(position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32()));
        return Traces.TextEdits.Apply(text, [.. edits.EnumerateArray()
            .Select(edit => (Start: Offset(edit.GetProperty("range").GetProperty("start")),
            End: Offset(edit.GetProperty("range").GetProperty("end")), Text: edit.GetProperty("newText").GetString()!))
            .OrderBy(edit => edit.Start)
            .Select(edit => new Traces.TextEdit(Traces.TextSpan.FromBounds(edit.Start, edit.End), edit.Text))]);
    }
}
