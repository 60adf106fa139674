using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>Says why a file cannot be read and what would mend it.</summary>
internal static class Unreadable
{
    /// <summary>The problem that <paramref name="error"/> is.</summary>
    public static InputProblem File(InputFile file, Exception error) => new(file.Display, null, error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file; check the spelling and the folder.",
        UnauthorizedAccessException => "This file may not be read; check its permissions.",
        _ => $"This file cannot be read: {error.Message}",
    });
}
