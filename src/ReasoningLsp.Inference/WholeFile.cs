namespace ReasoningLsp.Inference;

/// <summary>A file that appears whole or not at all: it is written beside its place and moved there.</summary>
internal sealed class WholeFile : IDisposable
{
    private const string Ending = ".part";

    private readonly string _path;
    private readonly string _fresh;

    private WholeFile(string path, string fresh)
    {
        _path = path;
        _fresh = fresh;
    }

    /// <summary>Writes it with <paramref name="write"/>; it is not in its place before <see cref="Commit"/>.</summary>
    public static WholeFile Written(string path, Action<Stream> write)
    {
        RemoveLeftovers(path);
        // Another process, on another machine too, draws another name.
        var file = new WholeFile(path, $"{path}.{Path.GetRandomFileName()}{Ending}");
        try
        {
            using var stream = new FileStream(file._fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20);
            write(stream);
            stream.Flush(flushToDisk: true);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Puts it in its place.</summary>
    public void Commit() => File.Move(_fresh, _path, overwrite: true);

    /// <summary>Removes what was not put there.</summary>
    public void Dispose() => File.Delete(_fresh);

    // Whoever still writes one holds it locked.
    private static void RemoveLeftovers(string path)
    {
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.????????.???{Ending}"))
        {
            try
            {
                using (new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                }

                File.Delete(left);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is another's.
            }
        }
    }
}
