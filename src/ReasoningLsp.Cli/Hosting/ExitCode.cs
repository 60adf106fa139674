namespace ReasoningLsp.Cli.Hosting;

/// <summary>How the program ends. Of several reasons the one with the greatest number counts.</summary>
internal static class ExitCode
{
    /// <summary>Everything was reviewed, and nothing was found that counts.</summary>
    public const int Clean = 0;

    /// <summary>A finding at or above the severity that fails a run.</summary>
    public const int Findings = 1;

    /// <summary>An input could not be read, or the command was misused.</summary>
    public const int Trouble = 2;

    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}
