namespace ReasoningLsp.Cli.Scoring;

/// <summary>Another way of showing a step to a reward model.</summary>
internal enum StepView
{
    /// <summary>Its mathematics without the words.</summary>
    Mathematics,
}
