namespace ReasoningLsp.Review.Profiles;

/// <summary>What a score measures.</summary>
public enum ScoreSignal
{
    /// <summary>The probability that this step is right.</summary>
    Correctness,

    /// <summary>The probability that the solution so far still reaches the right answer.</summary>
    Value,

    /// <summary>The change of value that this step made.</summary>
    Progress,

    /// <summary>The probability that the step adds nothing.</summary>
    Redundancy,
}
