using System.Text.Json.Nodes;

namespace ReasoningLsp.Server.Notebooks;

/// <summary>Edits of a notebook's text as edits of its cells.</summary>
internal static class CellEdits
{
    /// <summary>Whether it is a workspace edit.</summary>
    public static bool IsEdit(JsonObject node) => node["documentChanges"] is JsonArray || node["changes"] is JsonObject;

    /// <summary>A workspace edit whose edits of notebooks are its cells'.</summary>
    public static void Divide(JsonObject edit, NotebookBook book)
    {
        if (edit["documentChanges"] is JsonArray changes)
        {
            for (var i = changes.Count - 1; i >= 0; i--)
            {
                if (changes[i] is not JsonObject change || change["textDocument"] is not JsonObject named
                    || NotebookJson.Text(named["uri"]) is not { } uri || book.Find(uri) is not { } notebook)
                    continue;
                changes.RemoveAt(i);
                // What was made for another text is refused, as it would be for a file.
                var isStale = named["version"] is JsonValue version && NotebookJson.Number(version, notebook.Version) != notebook.Version;
                foreach (var (cell, edits) in ByCell(change["edits"] as JsonArray, notebook))
                    changes.Insert(i, new JsonObject
                    {
                        ["textDocument"] = new JsonObject { ["uri"] = cell.Uri, ["version"] = isStale ? cell.Version - 1 : cell.Version },
                        ["edits"] = edits,
                    });
            }
        }

        if (edit["changes"] is JsonObject named2)
        {
            foreach (var (uri, edits) in named2.ToArray())
            {
                if (book.Find(uri) is not { } notebook)
                    continue;
                named2.Remove(uri);
                foreach (var (cell, its) in ByCell(edits as JsonArray, notebook))
                    named2[cell.Uri] = its;
            }
        }
    }

    private static IEnumerable<(NotebookCell Cell, JsonArray Edits)> ByCell(JsonArray? edits, Notebook notebook) =>
        from edit in edits ?? []
        let index = notebook.CellAt(NotebookJson.FirstLine(edit["range"]))
        where index >= 0
        group edit by index into its
        orderby its.Key descending
        select (notebook.Cells[its.Key], Lowered(its, notebook, its.Key));

    private static JsonArray Lowered(IEnumerable<JsonNode?> edits, Notebook notebook, int index)
    {
        var places = new CellPlaces(notebook, index);
        var lowered = new JsonArray();
        foreach (var edit in edits)
        {
            var copy = edit!.DeepClone();
            places.Lower(copy);
            lowered.Add(copy);
        }

        return lowered;
    }
}
