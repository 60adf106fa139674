using ReasoningLsp.Traces.Reading;
using ReasoningLsp.Traces.Yaml;

namespace ReasoningLsp.Traces.Files;

/// <summary>Says whether a file asks to be reviewed; a README is left alone.</summary>
public static class OptIn
{
    private const int LinesOfMagic = 5;

    private static readonly string[] Suffixes =
    [
        ".solution.md", ".solution.markdown", ".solution.qmd", ".solution.rmd", ".solution.ipynb",
        ".solution.tex", ".solution.txt", ".solution.json", ".solution.jsonl", ".trace.json", ".trace.jsonl",
    ];

    /// <summary>Whether the file's name says so, which needs no look inside.</summary>
    public static bool AppliesByName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Array.Exists(Suffixes, suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether its name, its front matter or a comment <c>reasoning-review</c> in its first five lines says so.</summary>
    public static bool Applies(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (AppliesByName(path))
            return true;
        return TraceFormats.FromPath(path) is TraceFormat.Markdown or TraceFormat.Latex or TraceFormat.PlainText
            && (HasMagic(text) || HasFrontMatter(text));
    }

    private static bool HasMagic(string text)
    {
        var at = 0;
        for (var line = 0; line < LinesOfMagic && at < text.Length; line++)
        {
            var end = Lines.EndOfLine(text, at, text.Length);
            var content = text.AsSpan(at, end - at).Trim("\uFEFF \t");
            if (content.StartsWith("<!--") && content.EndsWith("-->") && content.Length >= 7 && content[4..^3].Trim() is "reasoning-review")
                return true;
            if (content.StartsWith("%") && content.TrimStart('%').Trim() is "reasoning-review")
                return true;
            at = Lines.AfterBreak(text, end);
        }

        return false;
    }

    private static bool HasFrontMatter(string text) =>
        FrontMatterReader.Find(text) is { End: > 0 } matter && FrontMatterReader.Read(text[..matter.End]).HasOurKeys;
}
