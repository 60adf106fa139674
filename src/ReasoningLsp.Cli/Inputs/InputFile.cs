using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using ReasoningLsp.Traces.Streams;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>Something to review.</summary>
/// <param name="Path">Full path, or null for standard input.</param>
/// <param name="Display">As people see it.</param>
/// <param name="Folder">Full path of the folder whose configuration holds.</param>
/// <param name="Format">How to read it, or null where the content decides.</param>
internal sealed record InputFile(string? Path, string Display, string Folder, TraceFormat? Format)
{
    private const string Packed = ".gz";
    private const string Parquet = ".parquet";

    /// <summary>Whether the user named it, and did not leave it to a folder.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>Whether it is packed with gzip.</summary>
    public bool IsPacked => Path?.EndsWith(Packed, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Whether it is a table in Parquet, whose rows are records.</summary>
    public bool IsParquet => Path?.EndsWith(Parquet, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Why it is not rewritten, or null where it can be.</summary>
    public string? Unwritable => IsPacked ? "This file is packed: unpack it to have it fixed." : null;

    /// <summary>The format that a name tells; a packed file has that of what is packed.</summary>
    public static TraceFormat? FormatOf(string path) =>
        path.EndsWith(Parquet, StringComparison.OrdinalIgnoreCase) ? TraceFormat.JsonLines
        : TraceFormats.FromPath(path.EndsWith(Packed, StringComparison.OrdinalIgnoreCase) ? path[..^Packed.Length] : path);

    /// <summary>Whether a reply stands in it in pieces, as a model sent it, so that its lines are no records by themselves.</summary>
    public bool IsStream()
    {
        const int Head = 4096;
        if (Path is null || IsPacked || IsParquet)
            return false;
        try
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, Head);
            var head = new byte[Head];
            return StreamDocument.Begins(Encoding.UTF8.GetString(head, 0, file.ReadAtLeast(head, Head, throwOnEndOfStream: false)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What is in it, unpacked.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public Stream Open(ProgramHost host)
    {
        if (Path is null)
            return host.Input;
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        return IsPacked ? new UnpackedFile(file) : file;
    }
}
