namespace ReasoningLsp.Review.Files;

/// <summary>Where a path leads once every link on the way is followed, those of folders included.</summary>
public static class RealPath
{
    private const int MostLinks = 64;

    /// <summary>The path without links; parts that do not exist are kept as they are written.</summary>
    /// <exception cref="IOException">The links lead nowhere, or in a circle.</exception>
    public static string Of(string path) => Of(Path.GetFullPath(path), MostLinks);

    private static string Of(string path, int left)
    {
        if (left == 0)
            throw new IOException($"The links on the way to '{path}' do not end.");
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        var here = Path.Combine(Of(parent, left - 1), Path.GetFileName(path));
        FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return entry.LinkTarget is { } target ? Of(Path.GetFullPath(target, Path.GetDirectoryName(here)!), left - 1) : here;
    }
}
