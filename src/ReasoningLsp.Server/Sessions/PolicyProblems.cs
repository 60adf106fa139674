using System.Collections.Immutable;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Server.Client;

namespace ReasoningLsp.Server.Sessions;

/// <summary>
/// What is wrong with the files that say what holds: told to the person, and shown in those files where they are configurations.
/// </summary>
internal sealed class PolicyProblems(Notices notices, ConfigurationProblems configuration) : IPolicyProblems
{
    public void Configurations(ImmutableArray<ConfigurationProblem> problems) => configuration.Take(problems);

    public void File(string file, int line, string message) => notices.Warn(line > 0 ? $"{file}:{line}: {message}" : $"{file}: {message}");
}
