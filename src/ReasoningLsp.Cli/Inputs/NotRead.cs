using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>Says of a file that it is of a kind that is not read, so that it is not taken for a text in which nothing is wrong.</summary>
internal static class NotRead
{
    private const string Toml = ".toml";

    /// <summary>Why not, and what would mend it; null where the file is read.</summary>
    public static string? Why(InputFile file, ReadOnlySpan<byte> bytes) =>
        file.Path?.EndsWith(Toml, StringComparison.OrdinalIgnoreCase) == true
            ? "TOML is not read: write the solution as text, Markdown or LaTeX, or as a record of JSON."
            : BinaryContent.Refusal(bytes);
}
