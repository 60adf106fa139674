using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Streams;

namespace ReasoningLsp.Traces.Reading;

/// <summary>Tells which format a file has.</summary>
public static class TraceFormats
{
    /// <summary>The format that the suffix of <paramref name="path"/> names, or null.</summary>
    public static TraceFormat? FromPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".md" or ".markdown" or ".qmd" or ".rmd" => TraceFormat.Markdown,
            ".tex" or ".latex" => TraceFormat.Latex,
            ".txt" or ".text" => TraceFormat.PlainText,
            ".json" => TraceFormat.Json,
            ".ipynb" => TraceFormat.Notebook,
            ".jsonl" or ".ndjson" or ".sse" => TraceFormat.JsonLines,
            _ => null,
        };
    }

    /// <summary>Whether text stands in the file as strings of JSON, so that what is written there must be escaped.</summary>
    public static bool IsEscaped(TraceFormat format) => format is TraceFormat.Json or TraceFormat.JsonLines or TraceFormat.Notebook;

    /// <summary>The format that <paramref name="text"/> looks like; Markdown where nothing tells.</summary>
    public static TraceFormat FromContent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (StreamDocument.BeginsEvents(text))
            return TraceFormat.JsonLines;
        if (start.StartsWith("{"))
            return IsOneDocument(text) ? TraceFormat.Json : TraceFormat.JsonLines;
        if (start.StartsWith("[") && start[1..].TrimStart() is ['{', ..])
            return TraceFormat.Json;
        return start.StartsWith("\\documentclass") || text.Contains("\\begin{document}", StringComparison.Ordinal)
            || text.Contains("\\begin{solution}", StringComparison.Ordinal) || text.Contains("\\begin{proof}", StringComparison.Ordinal)
            || text.Contains("\\begin{enumerate}", StringComparison.Ordinal)
            ? TraceFormat.Latex
            : TraceFormat.Markdown;
    }

    // A second value after the first makes it lines; so does a first line that is whole by itself.
    private static bool IsOneDocument(string text)
    {
        var cursor = new JsonCursor(text, 0, text.Length);
        cursor.SkipValue();
        if (cursor.Error is null)
            return cursor.Peek() == '\0' && cursor.At >= text.Length;
        var newline = text.IndexOf('\n', StringComparison.Ordinal);
        return newline < 0 || text.AsSpan(newline).TrimStart() is not ['{', ..];
    }
}
