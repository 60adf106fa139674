namespace ReasoningLsp.Cli.Hosting;

/// <summary>Where what can be computed again is kept.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Told">What a person must know of it, or null.</param>
internal sealed record CachePlace(string Folder, string? Told)
{
    private const string Name = "reasoning-review";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The user's own place; a temporary one where the user has no home.</summary>
    /// <param name="variable">Reads the environment.</param>
    /// <param name="home">Full path of the user's home; empty where there is none.</param>
    public static CachePlace Of(Func<string, string?> variable, string home)
    {
        if (variable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathFullyQualified(cache))
            return new CachePlace(Path.Combine(cache, Name), null);
        if (OperatingSystem.IsWindows()
            && Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } local)
            return new CachePlace(Path.Combine(local, Name), null);
        if (Path.IsPathFullyQualified(home) && Directory.Exists(home))
            return new CachePlace(Path.Combine(home, ".cache", Name), null);
        var folder = Temporary();
        return new CachePlace(folder, $"There is no home folder, so that scores are kept in {folder} for now.");
    }

    // Anyone can make a folder of a known name in a shared one: only its owner can set its mode.
    private static string Temporary()
    {
        var known = Path.Combine(Path.GetTempPath(), $"{Name}-cache-{Environment.UserName}");
        try
        {
            if (OperatingSystem.IsWindows())
                return known;
            Directory.CreateDirectory(known, OwnerOnly);
            if (new DirectoryInfo(known).LinkTarget is null)
            {
                File.SetUnixFileMode(known, OwnerOnly);
                return known;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is someone else's.
        }

        return Directory.CreateTempSubdirectory(Name).FullName;
    }
}
