using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReasoningLsp.Review.Baselines;

/// <summary>A baseline as JSON: sorted and one entry a line, so that two branches merge without conflict.</summary>
public static class BaselineFile
{
    private const int Version = 1;

    /// <summary>Reads what <see cref="Format"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no baseline; the message says why and where.</exception>
    public static Baseline Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 8 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version"u8, out var version)
                || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
                throw new FormatException($"A baseline is an object with \"version\": {Version}; write it anew with --write-baseline.");
            if (!root.TryGetProperty("findings"u8, out var findings) || findings.ValueKind != JsonValueKind.Array)
                throw new FormatException("A baseline holds an array \"findings\"; write it anew with --write-baseline.");
            return new Baseline([.. findings.EnumerateArray().Select(Entry)]);
        }
        catch (JsonException error)
        {
            throw new FormatException(
                string.Create(CultureInfo.InvariantCulture,
                $"Broken JSON on line {error.LineNumber + 1}, column {error.BytePositionInLine + 1} (a merge conflict?); mend it, or "
                    + $"write it anew with --write-baseline."), error);
        }
    }

    /// <summary>The text of <paramref name="baseline"/>.</summary>
    public static string Format(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{{\n\"version\": {Version},\n\"findings\": [\n"));
        for (var index = 0; index < baseline.Entries.Length; index++)
        {
            var (key, file) = baseline.Entries[index];
            text.Append(CultureInfo.InvariantCulture,
                $"{{\"file\": {Quote(file)}, \"rule\": {Quote(key.Rule)}, \"step\": {Quote(key.Step)}, \"occurrence\": {key.Occurrence}}}");
            text.Append(index + 1 < baseline.Entries.Length ? ",\n" : "\n");
        }

        return text.Append("]\n}\n").ToString();
    }

    private static string Quote(string value) => "\"" + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value) + "\"";

    private static BaselineEntry Entry(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException("Each of \"findings\" is an object.");
        var occurrence = element.TryGetProperty("occurrence"u8, out var number) && number.ValueKind == JsonValueKind.Number
            && number.TryGetInt32(out var value) ? value : 0;
        return new BaselineEntry(new FindingKey(Text(element, "rule"), Text(element, "step"), occurrence), Text(element, "file"));
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"An entry of \"findings\" has no text \"{name}\".");
}
