namespace ReasoningLsp.Review.Corrections;

/// <summary>What became of a text that a model wrote for a step.</summary>
public enum CandidateFate
{
    /// <summary>Exact checks prove what it calculates, and find nothing wrong.</summary>
    Right,

    /// <summary>Exact checks find nothing wrong in it, and nothing that they can decide.</summary>
    Undecided,

    /// <summary>Exact checks refute it.</summary>
    Wrong,

    /// <summary>It says what the step says as it is, or another step.</summary>
    Copy,

    /// <summary>It does not come to its end.</summary>
    CutOff,

    /// <summary>It says what a correction before it says.</summary>
    Repeated,

    /// <summary>It says nothing that could stand in the step's place.</summary>
    Unusable,
}
