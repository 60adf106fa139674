using System.CommandLine;
using ReasoningLsp.Cli.Hosting;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>Options of <c>review</c> that ask for more than a score a step.</summary>
internal sealed class SignalArguments
{
    private readonly Option<bool> _partialLast = new("--partial-last") { Description = "The last step of each solution is still being written: its score is shown as it is so far and makes no finding. Needs --profile." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_partialLast])
            command.Options.Add(option);
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public SignalChoice Choice(ParseResult result, ScoringChoice? scoring)
    {
        var choice = new SignalChoice { PartialLast = result.GetValue(_partialLast) };
        if (scoring is null && choice.PartialLast)
            throw new UsageException("--partial-last is said of scores: add --profile NAME.");
        return choice;
    }
}
