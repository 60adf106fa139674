using System.CommandLine;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Models;

namespace ReasoningLsp.Cli.Hosting;

/// <summary>What a run of the program touches outside itself, so that tests can stand in for it.</summary>
internal sealed record ProgramHost
{
    private readonly Lazy<CachePlace> _cache = new(() => CachePlace.Of(Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)));

    /// <summary>Standard output: results and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: what went wrong, progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Full path of the folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    /// <summary>Full path of the file or folder that an option names; null where it is not given.</summary>
    public string? FullPath(ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } path ? Path.GetFullPath(path, Folder) : null;

    /// <summary>Whether a person reads standard output as it comes, and colour can be shown.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads standard error as it comes.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colour is wanted on a terminal.</summary>
    public bool Colour { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The clock that progress goes by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Starts this program, to be the engine; null computes in this process.</summary>
    public EngineLauncher? Program { get; init; }

    /// <summary>Full path of the folder in which the shared engine listens; null is the user's own.</summary>
    public string? EngineFolder { get; init; }

    /// <summary>The build of the engine to compute with, or null for the fastest that is installed.</summary>
    public string? Backend { get; init; } = Environment.GetEnvironmentVariable("REASONING_BACKEND") is { Length: > 0 } name ? name : null;

    /// <summary>The models that come with the program.</summary>
    public BuiltInModels BuiltInModels { get; init; } = BuiltInModels.BesideProgram;

    /// <summary>The folder of what the user set up for all projects.</summary>
    public string UserFolder { get; init; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "reasoning-review");

    /// <summary>The folder of what can be computed again.</summary>
    public string CacheFolder
    {
        get => _cache.Value.Folder;
        init => _cache = new Lazy<CachePlace>(new CachePlace(value, null));
    }

    /// <summary>What a person must know of that folder, or null.</summary>
    public string? CacheNote => _cache.Value.Told;

    /// <summary>Reads an environment variable: where servers' keys come from.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Told how far a model is, beside standard error; null where nobody is.</summary>
    public IModelWork? ModelWork { get; init; }

    /// <summary>Whether each text is written by itself, so that it can be had again.</summary>
    public bool IsReproducible { get; init; }

    /// <summary>How many pieces of work are done at once.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount * 2;

    /// <summary>The models that the user made known.</summary>
    public ModelRegistry Registry => new(Path.Combine(UserFolder, "models.json"));

    /// <summary>The builds of the engine that the user added.</summary>
    public InstalledBackends Backends => new(Path.Combine(UserFolder, "engines"), HasNvidia);

    /// <summary>Whether an NVIDIA GPU can be used here.</summary>
    public bool HasNvidia { get; init; } = NvidiaDriver.IsHere;

    /// <summary>The folder that is worked in where <paramref name="path"/>, a full path, lies below it; else null.</summary>
    public string? FolderAround(string path) => FolderFiles.IsBelow(path, Folder) ? Folder : null;

    /// <summary>Path as people see it: relative to the folder where that is short, with forward slashes.</summary>
    public string Display(string path)
    {
        var relative = Path.GetRelativePath(Folder, path);
        relative = relative.Replace(Path.DirectorySeparatorChar, '/');
        return relative.StartsWith("../../../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }
}
