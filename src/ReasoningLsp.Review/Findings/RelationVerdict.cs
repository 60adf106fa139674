namespace ReasoningLsp.Review.Findings;

/// <summary>What the exact checks made of one relation (an equality, comparison, congruence).</summary>
public enum RelationVerdict
{
    /// <summary>It holds.</summary>
    Proven,

    /// <summary>It is false, with a value or a counterexample.</summary>
    Refuted,

    /// <summary>It was read, but nothing could be decided (unknown symbols, no claim).</summary>
    Undecided,

    /// <summary>Its notation was not understood.</summary>
    NotUnderstood,
}
