using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;

namespace ReasoningLsp.Review.Folders;

/// <summary>Finds what holds for each folder, and keeps it until told that a file it was read from changed. Thread-safe.</summary>
public sealed class FolderPolicies
{
    private readonly Lock _gate = new();
    private readonly PolicyRequest _request;
    private readonly Func<ReviewOptions, IExactReviewer> _exact;
    private readonly IPolicyProblems _problems;
    private readonly Dictionary<string, IExactReviewer> _reviewers = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Lazy<FolderPolicy>> _policies = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Lazy<DecisionLog>> _decisions = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Lazy<BaselineMatcher>> _baselines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _troubled = new(StringComparer.Ordinal);
    private ConfigurationFolders _configurations;

    /// <summary>Policies under <paramref name="request"/>.</summary>
    /// <param name="request">What is asked for beside what the files say.</param>
    /// <param name="exact">Makes what runs the exact checks.</param>
    /// <param name="problems">Told of files that cannot be read as they should.</param>
    /// <exception cref="IOException">The configuration that is asked for cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The configuration that is asked for may not be read.</exception>
    public FolderPolicies(PolicyRequest request, Func<ReviewOptions, IExactReviewer> exact, IPolicyProblems problems)
    {
        ArgumentNullException.ThrowIfNull(request);
        (_request, _exact, _problems) = (request, exact, problems);
        _configurations = Configurations();
    }

    /// <summary>The baselines in use, by full path.</summary>
    public IEnumerable<KeyValuePair<string, BaselineMatcher>> Baselines =>
        _baselines.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value));

    /// <summary>What holds in <paramref name="folder"/>, a full path; null is no folder at all, where nothing is configured.</summary>
    public FolderPolicy For(string? folder) =>
        _policies.GetOrAdd(folder ?? string.Empty, each => new Lazy<FolderPolicy>(() => Make(each.Length == 0 ? null : each))).Value;

    /// <summary>Reads everything again when next asked.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _configurations = Configurations();
            _troubled.Clear();
            _decisions = new ConcurrentDictionary<string, Lazy<DecisionLog>>(StringComparer.Ordinal);
            _baselines = new ConcurrentDictionary<string, Lazy<BaselineMatcher>>(StringComparer.Ordinal);
            _policies = new ConcurrentDictionary<string, Lazy<FolderPolicy>>(StringComparer.Ordinal);
        }
    }

    private ConfigurationFolders Configurations() =>
        _request.Configuration is { } file ? ConfigurationFolders.Fixed(file) : ConfigurationFolders.Search(_request.Files);

    private FolderPolicy Make(string? folder)
    {
        var configurations = _configurations;
        var configuration = folder is null ? EffectiveConfiguration.None : configurations.For(folder);
        _problems.Configurations(configurations.Problems);
        var options = new ReviewOptions { Severities = configuration.Rules, Only = ReviewOptions.Default.Only.Union(_request.Rules) };
        var baseline = _request.IgnoresBaselines ? null : _request.Baseline ?? configuration.Baseline;
        ImmutableArray<string> decisions = folder is null || _request.IgnoresDecisions ? [] : [.. DecisionFile.Around(folder)];
        var policy = new FolderPolicy(
            configuration,
            options,
            ReviewerFor(options),
            DecisionsIn(decisions),
            new FolderChecklists(folder, _request.Files),
            baseline is null ? null : BaselineAt(baseline));
        return policy with
        {
            IsWhole = configuration.IsWhole && !(baseline is null ? decisions : decisions.Add(baseline)).Any(_troubled.ContainsKey),
        };
    }

    private void Tell(string path, int line, string message)
    {
        _troubled[path] = true;
        _problems.File(path, line, message);
    }

    private IExactReviewer ReviewerFor(ReviewOptions options)
    {
        var key = string.Join(',',
            options.Severities.Select(pair => $"{pair.Key.ToUpperInvariant()}={pair.Value}").Order(StringComparer.Ordinal));
        lock (_gate)
            return _reviewers.TryGetValue(key, out var known) ? known : _reviewers[key] = _exact(options);
    }

    // A decision made anywhere above holds here as well: a folder adds to its parents' decisions and hides none of them.
    private DecisionLog DecisionsIn(ImmutableArray<string> files)
    {
        ImmutableArray<DecisionLog> logs = [.. files
            .Select(path => _decisions.GetOrAdd(path, each => new Lazy<DecisionLog>(() => ReadDecisions(each))).Value)];
        return logs.Length switch
        {
            0 => DecisionLog.Empty,
            1 => logs[0],
            _ => new DecisionLog(logs.SelectMany(log => log.Decisions)),
        };
    }

    private DecisionLog ReadDecisions(string path)
    {
        try
        {
            var (log, problems) = DecisionFile.Parse(_request.Files.ReadText(path));
            foreach (var problem in problems)
                Tell(path, problem.Line, problem.Message);
            // The file lies in a folder of the folder whose decisions these are.
            var home = Path.GetDirectoryName(Path.GetDirectoryName(path))!;
            return new DecisionLog(log.Decisions.Select(decision => decision with
            {
                Path = decision.File is { } file ? Path.GetFullPath(Path.Combine(home, file)) : null,
            }));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Tell(path, 0, $"These decisions cannot be read: {FileReason.Of(path, error)}");
            return DecisionLog.Empty;
        }
    }

    private BaselineMatcher BaselineAt(string path) =>
        _baselines.GetOrAdd(path, each => new Lazy<BaselineMatcher>(() => new BaselineMatcher(ReadBaseline(each)))).Value;

    private Baseline ReadBaseline(string path)
    {
        try
        {
            return BaselineFile.Parse(_request.Files.ReadText(path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            Tell(path, 0, "There is no such baseline; make it with --write-baseline.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            Tell(path, 0, $"This baseline cannot be read: {FileReason.Of(path, error)}");
        }

        return new Baseline([]);
    }
}
