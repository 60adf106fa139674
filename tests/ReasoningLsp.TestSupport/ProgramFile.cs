namespace ReasoningLsp.TestSupport;

/// <summary>The program as a process of its own.</summary>
public static class ProgramFile
{
    /// <summary>The one that was built beside the tests; its engine is theirs.</summary>
    public static string BesideTests { get; } = Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>
    /// The one that users get, where <c>REASONING_PROGRAM</c> names it: compiled ahead it starts in a fifth of the time. Else
    /// <see cref="BesideTests"/>.
    /// </summary>
    public static string Published { get; } = Environment.GetEnvironmentVariable("REASONING_PROGRAM") is { Length: > 0 } named
        ? File.Exists(named) ? named : throw new FileNotFoundException("REASONING_PROGRAM names no program.", named)
        : BesideTests;

    private static string Name => OperatingSystem.IsWindows() ? "reasoning-lsp.exe" : "reasoning-lsp";
}
