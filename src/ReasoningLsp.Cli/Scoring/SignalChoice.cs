namespace ReasoningLsp.Cli.Scoring;

/// <summary>What a run asks for beside a score a step.</summary>
internal sealed record SignalChoice
{
    /// <summary>A score a step and no more.</summary>
    public static SignalChoice None { get; } = new();

    /// <summary>The last step is still being written.</summary>
    public bool PartialLast { get; init; }
}
