using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Server.Documents;

/// <summary>What stays the same while a document is open.</summary>
/// <param name="Uri">The client's string for it, never re-encoded: it is the key.</param>
/// <param name="Path">Full path, or null where it is no file.</param>
/// <param name="LanguageId">As the client says; may be empty.</param>
internal sealed record DocumentIdentity(string Uri, string? Path, string LanguageId)
{
    /// <summary>The language that the client knows the prose of notebooks by.</summary>
    public const string ProseOfCells = "markdown";

    /// <summary>The language of a notebook whose cells of prose are open as one text.</summary>
    public const string Cells = "markdown-cells";

    /// <summary>The identity of what a client opens.</summary>
    public static DocumentIdentity Of(string uri, string? languageId) => new(uri, FilePath.Of(uri), languageId ?? string.Empty);

    /// <summary>Whether a person writes it: a file or a document not saved yet, and not the old copy that a comparison shows.</summary>
    public bool IsWritten => Path is not null || Uri.StartsWith("untitled:", StringComparison.Ordinal);

    /// <summary>Whether it is a notebook's prose.</summary>
    public bool IsOfCells => LanguageId == Cells;

    /// <summary>A name by which a document without a file can be asked whether it opts in.</summary>
    public string Name => Path ?? $"untitled{Extension}";

    /// <summary>How to read it, or null where the content must tell.</summary>
    public TraceFormat? Format => IsOfCells ? TraceFormat.Markdown
        : (Path is null ? null : TraceFormats.FromPath(Path)) ?? LanguageId switch
        {
            "markdown" => TraceFormat.Markdown,
            "latex" or "tex" => TraceFormat.Latex,
            "plaintext" or "text" => TraceFormat.PlainText,
            "json" or "jsonc" => TraceFormat.Json,
            "jsonl" or "jsonlines" or "ndjson" => TraceFormat.JsonLines,
            _ => null,
        };

    private string Extension => LanguageId switch
    {
        "latex" or "tex" => ".tex",
        "plaintext" or "text" => ".txt",
        _ => ".md",
    };
}
