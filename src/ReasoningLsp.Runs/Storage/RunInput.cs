namespace ReasoningLsp.Runs.Storage;

/// <summary>A file that was reviewed.</summary>
/// <param name="File">As people see it.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">The hash of its bytes, as hexadecimal digits; empty where it could not be read.</param>
public sealed record RunInput(string File, long Bytes, string Sha256)
{
    /// <summary>The file at <paramref name="path"/>.</summary>
    public static RunInput Of(string path, string display)
    {
        try
        {
            var (bytes, sha256) = FileHash.Of(path);
            return new RunInput(display, bytes, sha256);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The review tells why; what matters here is that it is the same when the run goes on.
            return new RunInput(display, 0, string.Empty);
        }
    }
}
