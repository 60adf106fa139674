using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Suppressions;

namespace ReasoningLsp.Server.Workspace;

/// <summary>Finds what holds for each folder, and keeps it until told that a file it was read from changed. Thread-safe.</summary>
/// <param name="warn">Told of files that cannot be read as they should.</param>
/// <param name="misconfigured">Told of all that has no meaning in the configurations that were read.</param>
internal sealed class FolderPolicies(Action<string> warn, Action<ImmutableArray<ConfigurationProblem>> misconfigured)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Reviewer> _reviewers = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, FolderPolicy> _policies = new(StringComparer.Ordinal);
    private ConfigurationFolders _configurations = ConfigurationFolders.Search();

    /// <summary>What holds in <paramref name="folder"/>, a full path; null is no folder at all, where nothing is configured.</summary>
    public FolderPolicy For(string? folder) => _policies.GetOrAdd(folder ?? string.Empty, Make);

    /// <summary>Reads everything again when next asked.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _configurations = ConfigurationFolders.Search();
            _policies = new ConcurrentDictionary<string, FolderPolicy>(StringComparer.Ordinal);
        }
    }

    private FolderPolicy Make(string folder)
    {
        if (folder.Length == 0)
            return Make(EffectiveConfiguration.None, DecisionLog.Empty, null, null);
        var configuration = _configurations.For(folder);
        misconfigured(_configurations.Problems);
        return Make(configuration, Decisions(folder), Baseline(configuration.Baseline), folder);
    }

    private FolderPolicy Make(EffectiveConfiguration configuration, DecisionLog decisions, Baseline? baseline, string? folder)
    {
        var options = new ReviewOptions { Severities = configuration.Rules };
        return new FolderPolicy(configuration, options, ReviewerFor(configuration.Rules, options), new FindingFilter(options, decisions), baseline, decisions, new FolderChecklists(folder));
    }

    private Reviewer ReviewerFor(ImmutableDictionary<string, Severity?> rules, ReviewOptions options)
    {
        var key = string.Join(',', rules.Select(pair => $"{pair.Key.ToUpperInvariant()}={pair.Value}").Order(StringComparer.Ordinal));
        lock (_gate)
            return _reviewers.TryGetValue(key, out var known) ? known : _reviewers[key] = new Reviewer(options);
    }

    private DecisionLog Decisions(string folder)
    {
        if (DecisionFile.Nearest(folder) is not { } path)
            return DecisionLog.Empty;
        try
        {
            var (decisions, problems) = DecisionFile.Parse(File.ReadAllText(path));
            foreach (var problem in problems)
                warn($"{path}:{problem.Line}: {problem.Message}");
            return decisions;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            warn($"{path}: these decisions cannot be read: {error.Message}");
            return DecisionLog.Empty;
        }
    }

    private Baseline? Baseline(string? path)
    {
        if (path is null)
            return null;
        try
        {
            return BaselineFile.Parse(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            warn($"{path}: this baseline cannot be read: {error.Message}");
            return null;
        }
    }
}
