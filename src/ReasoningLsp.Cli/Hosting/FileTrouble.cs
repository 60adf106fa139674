namespace ReasoningLsp.Cli.Hosting;

/// <summary>What a file that cannot be read or written means to the user, where no command knew better.</summary>
internal static class FileTrouble
{
    /// <summary>A sentence. The system's own names the file, unless it is the output that failed: a pipe has no name.</summary>
    public static string Of(Exception error) => error switch
    {
        FileNotFoundException { FileName: { } file } => $"there is no file {file}; check the spelling and the folder.",
        UnauthorizedAccessException => $"{error.Message} Check its permissions, or name another place.",
        IOException when NamesFile(error) => error.Message,
        // The reader of a pipe may have seen enough and left.
        _ => $"the output cannot be written: {error.Message}",
    };

    private static bool NamesFile(Exception error) => error.Message.Contains('\'', StringComparison.Ordinal);
}
