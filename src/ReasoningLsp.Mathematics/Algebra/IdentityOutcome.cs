using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Algebra;

/// <summary>What trying an identity at points showed.</summary>
/// <param name="Holds">True: equal at every point; false: different at every point; null: neither.</param>
/// <param name="Counterexample">The first point at which they differ.</param>
/// <param name="Left">Value of the left side there.</param>
/// <param name="Right">Value of the right side there.</param>
public sealed record IdentityOutcome(bool? Holds, ImmutableArray<(string Name, Rational Value)> Counterexample, Value? Left, Value? Right)
{
    /// <summary>Nothing certain.</summary>
    public static IdentityOutcome Unknown { get; } = new(null, [], null, null);
}
