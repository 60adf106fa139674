using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>What is known of an equality with names.</summary>
/// <param name="Holds">True: proven wherever the left side is defined; false: different at every point tried; null: neither.</param>
/// <param name="Counterexample">The first point at which they differ, in a proven way; empty where there is none.</param>
/// <param name="Left">Value of the left side there.</param>
/// <param name="Right">Value of the right side there.</param>
public sealed record IdentityOutcome(bool? Holds, ImmutableArray<(string Name, Rational Value)> Counterexample, Value? Left, Value? Right)
{
    /// <summary>Whether the sides were equal at every point tried, which proves nothing.</summary>
    public bool Agrees { get; init; }

    /// <summary>Whether no point was met at which both sides are defined.</summary>
    public bool IsUndefined { get; init; }

    /// <summary>Whether the sides differ at a point where both are defined: no identity, though it may be an equation.</summary>
    public bool FailsSomewhere => !Counterexample.IsEmpty;

    /// <summary>The counterexample for a person: <c>x = 1, y = 2</c>.</summary>
    public string Point => string.Join(", ", Counterexample.Select(pair => $"{pair.Name} = {pair.Value}"));

    /// <summary>Nothing certain.</summary>
    public static IdentityOutcome Unknown { get; } = new(null, [], null, null);
}
