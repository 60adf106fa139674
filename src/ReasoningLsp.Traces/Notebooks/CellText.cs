using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Notebooks;

/// <summary>Text as a notebook holds it: one string, or a list with a string for each line.</summary>
internal static class CellText
{
    /// <summary>The text at <paramref name="place"/>; null where none is.</summary>
    public static MappedText? Of(JsonPlace place)
    {
        if (place.String() is { } whole)
            return whole;
        var lines = place.Items().Select(line => line.String()).OfType<MappedText>().ToList();
        return lines.Count > 0 ? MappedText.Join(string.Empty, lines) : null;
    }
}
