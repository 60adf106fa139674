namespace ReasoningLsp.Cli.Hosting;

/// <summary>What a file that cannot be read or written means to the user, where no command knew better.</summary>
internal static class FileTrouble
{
    /// <summary>A sentence. The system's own names the file.</summary>
    public static string Of(Exception error) => error switch
    {
        FileNotFoundException { FileName: { } file } => $"there is no file {file}; check the spelling and the folder.",
        UnauthorizedAccessException => $"{error.Message} Check its permissions, or name another place.",
        _ => error.Message,
    };
}
