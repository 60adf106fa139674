using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Scoring.Caching;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>Where this user's scores are kept.</summary>
internal static class ScoreCache
{
    /// <summary>Full path of the file.</summary>
    public static string PathOf(ProgramHost host) => Path.Combine(host.CacheFolder, "scores.db");

    /// <summary>Opens it.</summary>
    public static ScoreStore Open(ProgramHost host) => new(PathOf(host), host.Clock);
}
