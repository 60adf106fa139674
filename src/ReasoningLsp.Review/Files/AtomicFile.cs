namespace ReasoningLsp.Review.Files;

/// <summary>
/// A file that appears whole or not at all: written beside its place and moved there by <see cref="Commit"/>. What is written
/// beside it has a name that no other process and no other thread uses. A device or a pipe is written into and not replaced.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string? _temporary;
    private bool _committed;

    private AtomicFile(string path, string? temporary, FileStream stream)
    {
        _path = path;
        _temporary = temporary;
        Stream = stream;
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Starts a file that will stand at <paramref name="path"/>; a link is followed, not replaced.</summary>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public static AtomicFile Create(string path)
    {
        var target = Path.GetFullPath(path);
        if (File.Exists(target) && File.ResolveLinkTarget(target, returnFinalTarget: true) is { } linked)
            target = linked.FullName;
        if (Directory.Exists(target))
            throw new IOException("it is a folder.");
        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"there is no folder {folder}; make it first, or name another place.");
        // A device or a pipe seems empty; of a file that is, nothing can be lost.
        if (File.Exists(target) && new FileInfo(target).Length == 0)
            return new AtomicFile(target, null, new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.Read, 1 << 16));
        // CreateNew: should two draw the same name after all, the second is told and nothing is mixed.
        var temporary = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
        var stream = Opened(temporary, folder);
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        return new AtomicFile(target, temporary, stream);
    }

    // What stands beside its place has a name that tells nobody anything.
    private static FileStream Opened(string temporary, string folder)
    {
        try
        {
            return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnauthorizedAccessException($"nothing may be written into {folder}; check its permissions.", error);
        }
    }

    /// <summary>Writes all of <paramref name="bytes"/> to <paramref name="path"/> or leaves it as it is.</summary>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = Filled(path, bytes);
        file.Commit();
    }

    /// <summary>A file that will stand at <paramref name="path"/> with all of <paramref name="bytes"/> in it.</summary>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public static AtomicFile Filled(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Create(path);
        try
        {
            file.Stream.Write(bytes);
            file.Stream.Flush();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        if (_temporary is not null)
            File.Move(_temporary, _path, overwrite: true);
        _committed = true;
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_committed && _temporary is not null)
            File.Delete(_temporary);
    }
}
