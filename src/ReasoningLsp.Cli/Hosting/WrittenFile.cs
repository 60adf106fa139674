using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Cli.Hosting;

/// <summary>Writes a file that the user named, whole or not at all.</summary>
internal static class WrittenFile
{
    /// <summary>A file that will stand at <paramref name="path"/>, a full path.</summary>
    /// <exception cref="UsageException">It cannot be written; the message names the file.</exception>
    public static AtomicFile Begin(ProgramHost host, string path)
    {
        try
        {
            return AtomicFile.Create(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{host.Display(path)} cannot be written: {error.Message}");
        }
    }

    /// <summary>Writes <paramref name="bytes"/> to <paramref name="path"/>, a full path.</summary>
    /// <exception cref="UsageException">It cannot be written; the message names the file.</exception>
    public static void Write(ProgramHost host, string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            AtomicFile.Write(path, bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{host.Display(path)} cannot be written, and is as it was: {error.Message}");
        }
    }
}
