using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scores;

/// <summary>One measurement of a step.</summary>
/// <param name="Step">Index of the step.</param>
/// <param name="Value">The score.</param>
/// <param name="Signal">What it measures.</param>
public sealed record StepScore(int Step, double Value, ScoreSignal Signal)
{
    /// <summary>The probability that the step adds nothing, where the model says.</summary>
    public double? Redundancy { get; init; }

    /// <summary>Probability that the model gives to anything but its verdicts; much of it means that the input is strange to the model.
    /// Null where there is no such figure.</summary>
    public double? Residual { get; init; }

    /// <summary>Whether the step was still being written.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether earlier steps were left out because the model cannot read them all.</summary>
    public bool IsWindowed { get; init; }
}
