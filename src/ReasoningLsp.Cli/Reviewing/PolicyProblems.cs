using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Collects what is wrong with the files that say what holds in a folder, each once, until it is taken. Thread-safe.</summary>
internal sealed class PolicyProblems(ProgramHost host) : IPolicyProblems
{
    private readonly ConcurrentQueue<InputProblem> _problems = new();
    private readonly ConcurrentDictionary<ConfigurationProblem, bool> _told = new();

    public void Configurations(ImmutableArray<ConfigurationProblem> problems)
    {
        foreach (var problem in problems)
        {
            if (_told.TryAdd(problem, true))
                _problems.Enqueue(Of(problem));
        }
    }

    public void File(string file, int line, string message) =>
        _problems.Enqueue(new InputProblem(host.Display(file), line > 0 ? new LinePosition(line - 1, 0) : null, message));

    /// <summary>What came since the last time this was asked.</summary>
    public IEnumerable<InputProblem> Take()
    {
        while (_problems.TryDequeue(out var problem))
            yield return problem;
    }

    private InputProblem Of(ConfigurationProblem problem)
    {
        var names = problem.Key.Length == 0 || problem.Message.Contains($"\"{problem.Key}\"", StringComparison.Ordinal);
        var place = new LinePosition(problem.Line - 1, problem.Column - 1);
        return new InputProblem(
            host.Display(Path.GetFullPath(problem.File, host.Folder)), place,
            $"{(names ? string.Empty : $"{problem.Key}: ")}{problem.Message} {problem.Remedy}");
    }
}
