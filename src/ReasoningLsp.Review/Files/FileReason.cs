namespace ReasoningLsp.Review.Files;

/// <summary>Why a file cannot be read, for a sentence that names it.</summary>
public static class FileReason
{
    /// <summary>What <paramref name="error"/> says of the file at the full path <paramref name="path"/>; of a folder the system says that
    /// access is denied.</summary>
    public static string Of(string path, Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Directory.Exists(path) ? "it is a folder." : error switch
        {
            FileNotFoundException or DirectoryNotFoundException => "there is no such file; check the spelling and the folder.",
            UnauthorizedAccessException => "it may not be read; check its permissions.",
            _ => error.Message,
        };
    }
}
