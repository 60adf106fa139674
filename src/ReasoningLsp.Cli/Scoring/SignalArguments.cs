using System.CommandLine;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>Options that ask for more than a score a step.</summary>
internal sealed class SignalArguments
{
    private readonly Option<bool> _partialLast = new(
        "--partial-last")
    {
        Description = "The last step of each solution is still being written: its score is shown as it is so far and "
            + "makes no finding. Needs --profile."
    };
    private readonly Option<StepView?> _views =
        Choices.Optional<StepView>("--views", [("math", StepView.Mathematics)],
        "Score every step a second time by its mathematics alone, and say where the two disagree. Takes twice the time. Needs --profile.");

    private readonly Option<string?> _backward = new("--backward")
    {
        Description = "Ask this model how much likelier each problem is after its solution than before: what answers another problem "
            + "adds nothing. builtin, an added model, or a GGUF file.",
        HelpName = "model",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isFinished">Whether the solutions it reads are finished.</param>
    public void AddTo(Command command, bool isFinished)
    {
        if (!isFinished)
            command.Options.Add(_partialLast);
        command.Options.Add(_views);
        command.Options.Add(_backward);
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public SignalChoice Choice(ProgramHost host, ParseResult result, ScoringChoice? scoring)
    {
        var choice = new SignalChoice
        {
            PartialLast = result.GetValue(_partialLast),
            Mathematics = result.GetValue(_views) == StepView.Mathematics,
            Backward = result.GetValue(_backward) is { } model ? JudgeChoice.Named(model, host) : null,
            InProcess = result.GetValue<bool>("--in-process"),
        };
        if (scoring is null && (choice.PartialLast || choice.Mathematics))
            throw new UsageException($"{(choice.PartialLast ? "--partial-last" : "--views")} is about scores: add --profile NAME.");
        return choice;
    }
}
