using System.Text.Json;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Places in a SARIF log: relative addresses, and lines and columns from 1.</summary>
internal sealed class SarifLocations(Utf8JsonWriter json, string folder)
{
    /// <summary>The name that code scanning gives to the root of a checkout.</summary>
    public const string SourceRoot = "%SRCROOT%";

    private const int LongestSnippet = 1000;

    /// <summary>Writes a location object, with its number and message where it is a related one.</summary>
    public void Write(SourceText source, TextSpan span, int? id, string? message)
    {
        json.WriteStartObject();
        if (id is { } number)
            json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        WriteArtifact(source.File);
        WriteRegion("region", source, span, withSnippet: id is null);
        json.WriteEndObject();
        if (message is not null)
            SarifTool.WriteText(json, "message", message);
        json.WriteEndObject();
    }

    /// <summary>Writes a location object for a place of which no more is known.</summary>
    public void WritePlace(string file, LinePosition? place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(file);
        if (place is { } position)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", position.Line + 1);
            json.WriteNumber("startColumn", position.Character + 1);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>artifactLocation</c>.</summary>
    public void WriteArtifact(string file)
    {
        json.WriteStartObject("artifactLocation");
        // What lies outside the checkout has an address of its own.
        if (Path.IsPathRooted(file) || file.StartsWith("../", StringComparison.Ordinal))
        {
            json.WriteString("uri", new Uri(Path.GetFullPath(file, folder)).AbsoluteUri);
        }
        else
        {
            json.WriteString("uri", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", SourceRoot);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a region; its end column is the one after the last unit.</summary>
    public void WriteRegion(string name, SourceText source, TextSpan span, bool withSnippet = false)
    {
        var start = source.PositionOf(span.Start);
        var end = source.PositionOf(span.End);
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line + 1);
        json.WriteNumber("startColumn", start.Character + 1);
        json.WriteNumber("endLine", end.Line + 1);
        json.WriteNumber("endColumn", end.Character + 1);
        if (withSnippet && span.Length is > 0 and <= LongestSnippet)
            SarifTool.WriteText(json, "snippet", source.Text.Substring(span.Start, Math.Min(span.Length, source.Text.Length - span.Start)));
        json.WriteEndObject();
    }
}
