using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Review.Files;

/// <summary>
/// Reads the files that say what holds in a folder: configuration, decisions, baseline, checklists, notes. For an agent no link
/// leads out of the folder that it works in. Thread-safe.
/// </summary>
public sealed class FolderFiles
{
    private readonly string? _within;

    private FolderFiles(string? within) => _within = within;

    /// <summary>Every link is followed.</summary>
    public static FolderFiles Anywhere { get; } = new(null);

    /// <summary>Links below <paramref name="folder"/>, a full path, are followed as long as they stay there.</summary>
    public static FolderFiles Within(string folder) => new(Path.TrimEndingDirectorySeparator(folder));

    /// <summary>The text of the file at the full path <paramref name="path"/>.</summary>
    /// <exception cref="IOException">It cannot be read, is too long, or a link leads out.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public string ReadText(string path) => LeadsOut(path)
        ? throw new IOException("a link on the way to it leads out of the working folder.")
        : BoundedFile.ReadText(path);

    /// <summary>Whether a link below the folder leads out of it. What stands above it belongs to whoever owns that.</summary>
    /// <exception cref="IOException">The links lead nowhere, or in a circle.</exception>
    public bool LeadsOut(string path) => _within is { } folder && IsBelow(path, folder) && !IsBelow(RealPath.Of(path), RealPath.Of(folder));

    /// <summary>Whether <paramref name="path"/> lies below <paramref name="folder"/>, both full paths, as they are written.</summary>
    public static bool IsBelow(string path, string folder)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(folder);
        var start = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(start, StringComparison.Ordinal);
    }
}
