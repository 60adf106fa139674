using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Review.Configuration;

/// <summary>Finds and caches what is configured for each folder. Thread-safe.</summary>
public sealed class ConfigurationFolders
{
    private readonly ConcurrentDictionary<string, EffectiveConfiguration> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<ConfigurationProblem>> _problems = new(StringComparer.Ordinal);
    private readonly EffectiveConfiguration? _only;
    private readonly FolderFiles _files;

    private ConfigurationFolders(EffectiveConfiguration? only, FolderFiles files) => (_only, _files) = (only, files);

    /// <summary>What had no meaning in any configuration met so far, in order of file and place.</summary>
    public ImmutableArray<ConfigurationProblem> Problems =>
        [.. _problems.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value)];

    /// <summary>Asks the <c>reasoning-review.json</c> of each folder and those above it.</summary>
    public static ConfigurationFolders Search(FolderFiles files) => new(null, files);

    /// <summary>One configuration for every folder.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ConfigurationFolders Fixed(string file)
    {
        var path = Path.GetFullPath(file);
        var (configuration, problems) = ConfigurationReader.Read(file, FolderFiles.Anywhere.ReadText(path));
        var folders = new ConfigurationFolders(
            EffectiveConfiguration.None.Under(configuration, Path.GetDirectoryName(path)!) with { IsWhole = problems.IsEmpty },
            FolderFiles.Anywhere);
        folders._problems[path] = problems;
        return folders;
    }

    /// <summary>What holds for the files in <paramref name="folder"/>, a full path.</summary>
    public EffectiveConfiguration For(string folder) => _only ?? _folders.GetOrAdd(folder, Find);

    private EffectiveConfiguration Find(string folder)
    {
        var chain = new Stack<(FolderConfiguration Configuration, string Folder)>();
        var isWhole = true;
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var read = ReadIn(at);
            isWhole &= !_problems.TryGetValue(PathIn(at), out var problems) || problems.IsEmpty;
            if (read is not { } configuration)
                continue;
            chain.Push((configuration, at));
            if (configuration.Root)
                break;
        }

        var found = chain.Aggregate(EffectiveConfiguration.None, (effective, next) => effective.Under(next.Configuration, next.Folder));
        return found with { IsWhole = isWhole };
    }

    private static string PathIn(string folder) => Path.Combine(folder, FolderConfiguration.FileName);

    private FolderConfiguration? ReadIn(string folder)
    {
        var path = PathIn(folder);
        try
        {
            if (!Path.Exists(path))
                return null;
            var (configuration, problems) = ConfigurationReader.Read(path, _files.ReadText(path));
            _problems[path] = problems;
            return configuration;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _problems[path] = [new(path, 1, 1, string.Empty, $"This configuration cannot be read: {FileReason.Of(path, error)}",
                "Make it readable, or remove it.")];
            return null;
        }
    }
}
