using ReasoningLsp.Review.Judges;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>What a run asks for beside a score a step.</summary>
internal sealed record SignalChoice
{
    /// <summary>The last step is still being written.</summary>
    public bool PartialLast { get; init; }

    /// <summary>Every step is scored a second time by its mathematics alone.</summary>
    public bool Mathematics { get; init; }

    /// <summary>The model asked whether a solution answers its own problem, or null.</summary>
    public JudgeModel? Backward { get; init; }

    /// <summary>Compute in this process.</summary>
    public bool InProcess { get; init; }
}
