using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>Something to review.</summary>
/// <param name="Path">Full path, or null for standard input.</param>
/// <param name="Display">As people see it.</param>
/// <param name="Folder">Full path of the folder whose configuration holds.</param>
/// <param name="Format">How to read it, or null where the content decides.</param>
internal sealed record InputFile(string? Path, string Display, string Folder, TraceFormat? Format)
{
    /// <summary>Whether the user named it, and did not leave it to a folder.</summary>
    public bool IsNamed { get; init; } = true;
}
