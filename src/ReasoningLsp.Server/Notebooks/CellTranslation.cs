using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Notebooks;

/// <summary>
/// Clients speak of cells, the review of the notebook that they make up: what comes from a cell is told of the notebook, what is
/// answered or sent is put back into cells. While no notebook is open no message is looked into. What only our own clients
/// ask (<c>reasoning/…</c>, commands) is answered in the notebook's lines.
/// </summary>
internal sealed class CellTranslation(NotebookBook book) : IMessageTranslation
{
    /// <inheritdoc/>
    public (JsonElement Parameters, object? Place) Inward(string method, JsonElement parameters)
    {
        if (book.IsEmpty || IsOfNotebooks(method) || CellIn(parameters) is not { } uri || !book.HasCell(uri, out var notebook)
            || notebook.IndexOf(uri) is not (>= 0 and var index))
            return (parameters, null);
        var places = new CellPlaces(notebook, index);
        var node = NotebookJson.Of(parameters) as JsonObject;
        // A command's arguments are the client's own words here.
        if (node?["arguments"] is JsonArray arguments)
            places.Raise(arguments);
        places.Raise(node);
        return (Element(node), IsOurs(method) ? null : places);
    }

    /// <inheritdoc/>
    public JsonElement Answer(string method, JsonElement answer, object? place)
    {
        if (book.IsEmpty || NotebookJson.Of(answer) is not { } node)
            return answer;
        Divide(node);
        if (place is CellPlaces cell)
            cell.Lower(node);
        return Element(node);
    }

    /// <inheritdoc/>
    public IReadOnlyList<JsonElement> Outward(string method, JsonElement parameters)
    {
        if (book.IsEmpty)
            return [parameters];
        if (method == "textDocument/publishDiagnostics")
            return parameters.TryGetProperty("uri", out var uri) && book.Find(uri.GetString()!) is { } notebook
                ? [.. Enumerable.Range(0, notebook.Cells.Length).Select(index => Diagnostics(parameters, notebook, index))] : [parameters];
        if (method != "workspace/applyEdit" || NotebookJson.Of(parameters) is not { } node)
            return [parameters];
        Divide(node);
        return [Element(node)];
    }

    private static JsonElement Diagnostics(JsonElement parameters, Notebook notebook, int index)
    {
        var node = NotebookJson.Of(parameters)!.AsObject();
        new CellPlaces(notebook, index).Lower(node["diagnostics"]);
        node["uri"] = notebook.Cells[index].Uri;
        if (node.ContainsKey("version"))
            node["version"] = notebook.Cells[index].Version;
        return Element(node);
    }

    // Edits first: they are taken out of the notebook and name their cells from then on.
    private void Divide(JsonNode? node)
    {
        if (node is JsonObject edit && CellEdits.IsEdit(edit))
            CellEdits.Divide(edit, book);
        else if (node is JsonObject parts)
            foreach (var (_, value) in NotebookJson.Open(parts))
                Divide(value);
        else if (node is JsonArray items)
            foreach (var item in items)
                Divide(item);
    }

    private string? CellIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is { } text && book.HasCell(text, out _) ? text : null,
        JsonValueKind.Array => element.EnumerateArray().Select(CellIn).FirstOrDefault(found => found is not null),
        JsonValueKind.Object => element.EnumerateObject().Select(part => CellIn(part.Value)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool IsOurs(string method) =>
        method == "workspace/executeCommand" || method.StartsWith("reasoning/", StringComparison.Ordinal);

    private static bool IsOfNotebooks(string method) => method.StartsWith("notebookDocument/", StringComparison.Ordinal);

    private static JsonElement Element(JsonNode? node)
    {
        using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null");
        return document.RootElement.Clone();
    }
}
