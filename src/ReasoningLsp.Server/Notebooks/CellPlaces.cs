using System.Text.Json.Nodes;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Notebooks;

/// <summary>The places of one cell, in the cell's lines and in the notebook's. Everything is changed where it stands.</summary>
internal sealed class CellPlaces(Notebook notebook, int index)
{
    private readonly NotebookCell _cell = notebook.Cells[index];
    private readonly int _start = notebook.Starts[index];

    /// <summary>What came of the cell, with the notebook's address and lines.</summary>
    public void Raise(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (NotebookJson.Text(items[i]) == _cell.Uri)
                        items[i] = notebook.Uri;
                    else
                        Raise(items[i]);
                }

                break;
            case JsonObject place when NotebookJson.IsPosition(place):
                place["line"] = NotebookJson.Line(place) + _start;
                break;
            case JsonObject parts:
                foreach (var (name, value) in NotebookJson.Open(parts))
                {
                    if (NotebookJson.Text(value) == _cell.Uri)
                        parts[name] = notebook.Uri;
                    else
                        Raise(value);
                }

                break;
        }
    }

    /// <summary>What lies in the notebook, with the lines of the cell: what is outside of it falls away, what reaches out is cut.</summary>
    public void Lower(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                for (var i = items.Count - 1; i >= 0; i--)
                {
                    if (Holds(items[i]))
                        Lower(items[i]);
                    else
                        items.RemoveAt(i);
                }

                break;
            case JsonObject place when NotebookJson.IsPosition(place):
                Cut(place);
                break;
            case JsonObject location when NotebookJson.IsLocation(location, notebook):
                LowerLocation(location, notebook);
                break;
            // Its edits name their cells already.
            case JsonObject edit when CellEdits.IsEdit(edit):
                break;
            case JsonObject parts:
                foreach (var name in (string[])["startLine", "endLine"])
                {
                    if (parts[name] is JsonValue line && line.TryGetValue<int>(out var at))
                        parts[name] = Math.Clamp(at - _start, 0, _cell.End.Line);
                }

                foreach (var (_, value) in NotebookJson.Open(parts))
                    Lower(value);
                break;
        }
    }

    // A place in some cell, which may be another.
    private static void LowerLocation(JsonObject location, Notebook notebook)
    {
        var index = notebook.CellAt(NotebookJson.FirstLine(location["range"]));
        if (index < 0)
            return;
        location["uri"] = notebook.Cells[index].Uri;
        new CellPlaces(notebook, index).Lower(location["range"]);
    }

    // What has no place belongs to every cell, and what names its document goes where that is.
    private bool Holds(JsonNode? item)
    {
        if (item is not JsonObject parts || parts["uri"] is not null)
            return true;
        var range = parts["range"];
        var (first, last) = range is not null ? (NotebookJson.FirstLine(range), NotebookJson.LastLine(range))
            : parts["position"] is JsonObject at ? (NotebookJson.Line(at), NotebookJson.Line(at))
            : parts["startLine"] is JsonValue top && top.TryGetValue<int>(out var line)
                ? (line, NotebookJson.Number(parts["endLine"], line))
            : (_start, _start);
        return last >= _start && first <= _start + _cell.End.Line;
    }

    private void Cut(JsonObject place)
    {
        var line = NotebookJson.Line(place) - _start;
        var cut = line < 0 ? new Position(0, 0) : line > _cell.End.Line ? _cell.End
            : new Position(line, NotebookJson.Number(place["character"], 0));
        (place["line"], place["character"]) = (cut.Line, cut.Character);
    }
}
