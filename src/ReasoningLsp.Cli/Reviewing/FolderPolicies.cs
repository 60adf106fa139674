using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Suppressions;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Finds what holds for each folder: configuration, decisions, baseline. Not thread-safe: the one who lists the files asks.</summary>
internal sealed class FolderPolicies
{
    private readonly ProgramHost _host;
    private readonly ReviewRequest _request;
    private readonly Func<ReviewOptions, TraceReviewer> _reviewer;
    private readonly ChecklistRun _checklists;
    private readonly ConfigurationFolders _folders;
    private readonly Dictionary<string, FolderPolicy> _policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DecisionLog> _decisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BaselineMatcher> _baselines = new(StringComparer.Ordinal);
    private readonly List<InputProblem> _problems = [];
    private int _configurationProblems;

    /// <summary>Policies for a run of <paramref name="request"/>.</summary>
    /// <exception cref="UsageException">The configuration named by the user cannot be read.</exception>
    public FolderPolicies(ProgramHost host, ReviewRequest request, Func<ReviewOptions, TraceReviewer> reviewer, ChecklistRun checklists)
    {
        _host = host;
        _request = request;
        _reviewer = reviewer;
        _checklists = checklists;
        try
        {
            _folders = request.Configuration is { } file ? ConfigurationFolders.Fixed(file) : ConfigurationFolders.Search();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The configuration {host.Display(request.Configuration!)} cannot be read: {error.Message}");
        }
    }

    /// <summary>The baselines in use, by full path.</summary>
    public IReadOnlyDictionary<string, BaselineMatcher> Baselines => _baselines;

    /// <summary>What holds in <paramref name="folder"/>, a full path.</summary>
    public FolderPolicy For(string folder)
    {
        if (_policies.TryGetValue(folder, out var known))
            return known;
        var configuration = _folders.For(folder);
        foreach (var problem in _folders.Problems.Skip(_configurationProblems))
            _problems.Add(ToInputProblem(problem));
        _configurationProblems = _folders.Problems.Length;
        var options = new ReviewOptions { Severities = configuration.Rules, Only = ReviewOptions.Default.Only.Union(_request.Rules) };
        var decisions = DecisionsFor(folder);
        var library = new ChecklistLibrary(folder);
        return _policies[folder] = new FolderPolicy(
            configuration,
            _reviewer(options),
            new FindingFilter(options, decisions),
            _request.FailOn ?? configuration.FailOn ?? FailOn.Warning,
            _request.WriteBaseline ? null : BaselineOf(_request.Baseline ?? configuration.Baseline))
        {
            Checklists = (review, cancellationToken) => _checklists.Apply(review, library, decisions, options, cancellationToken),
        };
    }

    /// <summary>What was wrong with the files that say what holds, since the last time this was asked.</summary>
    public ImmutableArray<InputProblem> TakeProblems()
    {
        ImmutableArray<InputProblem> taken = [.. _problems];
        _problems.Clear();
        return taken;
    }

    private InputProblem ToInputProblem(ConfigurationProblem problem)
    {
        var key = problem.Key.Length == 0 || problem.Message.Contains($"\"{problem.Key}\"", StringComparison.Ordinal) ? string.Empty : $"{problem.Key}: ";
        return new(_host.Display(Path.GetFullPath(problem.File, _host.Folder)), new LinePosition(problem.Line - 1, problem.Column - 1), $"{key}{problem.Message} {problem.Remedy}");
    }

    private DecisionLog DecisionsFor(string folder)
    {
        if (DecisionFile.Nearest(folder) is not { } path)
            return DecisionLog.Empty;
        return _decisions.TryGetValue(path, out var known) ? known : _decisions[path] = ReadDecisions(path);
    }

    private DecisionLog ReadDecisions(string path)
    {
        try
        {
            var (log, problems) = DecisionFile.Parse(File.ReadAllText(path));
            foreach (var problem in problems)
                _problems.Add(new(_host.Display(path), new LinePosition(problem.Line - 1, 0), problem.Message));
            return log;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new(_host.Display(path), null, $"These decisions cannot be read: {error.Message}"));
            return DecisionLog.Empty;
        }
    }

    private BaselineMatcher? BaselineOf(string? path)
    {
        if (path is null)
            return null;
        if (!_baselines.TryGetValue(path, out var matcher))
            _baselines[path] = matcher = new BaselineMatcher(ReadBaseline(path));
        return matcher;
    }

    private Baseline ReadBaseline(string path)
    {
        try
        {
            return BaselineFile.Parse(File.ReadAllText(path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            _problems.Add(new(_host.Display(path), null, "There is no such baseline; make it with --write-baseline."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            _problems.Add(new(_host.Display(path), null, $"This baseline cannot be read: {error.Message}"));
        }

        return new Baseline([]);
    }
}
