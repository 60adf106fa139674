namespace ReasoningLsp.Review.Analysis;

/// <summary>How a step speaks of a symbol's value.</summary>
internal enum ClaimForce
{
    /// <summary>As one of several, an attempt, a choice, or in a way that is not understood.</summary>
    Passing,

    /// <summary>As known: "since x = 4", "with x = 4".</summary>
    Used,

    /// <summary>As a result: "so x = 4".</summary>
    Concluded,

    /// <summary>By the problem: "given that x = 4", "if x = 4".</summary>
    Given,
}
