using System.Collections.Immutable;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What a step may read of the rest of its trace.</summary>
internal interface IFacts
{
    /// <summary>Traits of the problem.</summary>
    ProblemTraits Traits { get; }

    /// <summary>Equations of the problem and of earlier steps that share a symbol with <paramref name="symbols"/>.</summary>
    ImmutableArray<EquationFact> EquationsOn(IReadOnlyCollection<string> symbols);

    /// <summary>As <see cref="EquationsOn"/>, with the step of each (the problem is step -1).</summary>
    ImmutableArray<(int Step, EquationFact Fact)> PlacedEquationsOn(IReadOnlyCollection<string> symbols);

    /// <summary>Whether an earlier step tells cases apart.</summary>
    bool HasCases { get; }

    /// <summary>Values that earlier steps and the problem give the symbol, with the step of each (the problem is step -1).</summary>
    ImmutableArray<(int Step, ValueClaim Claim)> ValuesOf(string symbol);

    /// <summary>The last equation of the step before, if that step ends with it.</summary>
    EquationFact? LastEquation { get; }
}
