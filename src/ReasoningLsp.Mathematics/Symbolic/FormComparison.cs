namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>What comparing two normal forms shows.</summary>
/// <param name="AreEqual">Whether they are equal wherever both are defined; false says nothing.</param>
/// <param name="LeftConditions">What must be positive, or at least zero, for the left side to be defined, as polynomials.</param>
/// <param name="RightConditions">The same for the right side.</param>
internal sealed record FormComparison(bool AreEqual, IReadOnlySet<string> LeftConditions, IReadOnlySet<string> RightConditions)
{
    /// <summary>Whether their difference is a number, without names.</summary>
    public bool DifferByNumber { get; init; }
}
