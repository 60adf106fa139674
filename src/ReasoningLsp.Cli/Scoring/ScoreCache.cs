using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Review.Scoring.Caching;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>Where this user's scores are kept.</summary>
internal static class ScoreCache
{
    /// <summary>Full path of the file.</summary>
    public static string PathOf(ProgramHost host) => Path.Combine(host.CacheFolder, "scores.db");

    /// <summary>A scorer that keeps what it computed.</summary>
    public static CachedTraceScorer Scorer(IInferenceEngine engine, ScoreStore store, ProgramHost host) =>
        new(engine, store, () => EngineBuild.Of(host.Backends.Natives(host.Backend)));

    /// <summary>Opens it.</summary>
    public static ScoreStore Open(ProgramHost host)
    {
        var path = PathOf(host);
        if (host.CacheNote is { } note)
            host.Error.WriteLine(note);
        return new ScoreStore(path, host.Clock);
    }
}
