using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Notebooks;

/// <summary>A cell of code with what it printed.</summary>
/// <param name="Place">Where its source stands.</param>
/// <param name="Source">The program.</param>
/// <param name="Output">What it printed and the value that is shown; null where it shows nothing, or something else.</param>
internal sealed record CodeCell(TextSpan Place, string Source, MappedText? Output)
{
    /// <summary>The language whose cells are programs that can be run.</summary>
    public const string Language = "python";

    /// <summary>Whether a notebook's cells are in that language; one that says nothing of it is.</summary>
    public static bool IsSpokenBy(JsonObjectPlace notebook)
    {
        var about = notebook.Find("metadata")?.Object();
        var name = about?.Find("kernelspec")?.Object()?.String("language") ?? about?.Find("language_info")?.Object()?.String("name")
            ?? about?.Find("kernelspec")?.Object()?.String("name");
        return name is null || name.Text.StartsWith(Language, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The cell at <paramref name="place"/>; null where it holds no code.</summary>
    public static CodeCell? Read(JsonObjectPlace place) =>
        place.String("cell_type")?.Text is "code" && place.Find("source") is { } source && CellText.Of(source) is { } text
            && !string.IsNullOrWhiteSpace(text.Text)
            ? new CodeCell(source.Span, text.Text, Outputs(place)) : null;

    private static MappedText? Outputs(JsonObjectPlace cell)
    {
        var parts = new List<MappedText>();
        foreach (var output in cell.Find("outputs")?.Items() ?? [])
        {
            if (output.Object() is not { } place)
                return null;
            var kind = place.String("output_type")?.Text;
            if (kind == "stream" && place.String("name")?.Text == "stderr")
                continue;
            var text = kind == "stream" ? place.Find("text")
                : kind == "execute_result" ? place.Find("data")?.Object()?.Find("text/plain") : null;
            if (text is not { } found || CellText.Of(found) is not { } written)
                return null;
            parts.Add(written);
        }

        return parts.Count == 0 ? null : MappedText.Join("\n", parts);
    }
}
