using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

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

    /// <summary>The expressions that the problem speaks of and says nothing of.</summary>
    ImmutableArray<Expression> GivenExpressions { get; }

    /// <summary>The expressions that the problem wants written in another form or worked out; none where something is to be
    /// solved.</summary>
    ImmutableArray<Expression> Task { get; }

    /// <summary>For the first step the equation that the problem wants solved, where it states nothing else; null otherwise.</summary>
    EquationFact? TaskEquation { get; }

    /// <summary>For the first step the inequality that the problem wants solved, where it states nothing else; null otherwise.</summary>
    Statement? TaskInequality { get; }

    /// <summary>The equation or inequality that the problem wants solved, where it says nothing that restricts the solutions; null
    /// otherwise.</summary>
    Statement? BareTask { get; }

    /// <summary>The equations of the system that the problem wants solved, where it says nothing else; none otherwise.</summary>
    ImmutableArray<EquationFact> BareSystem { get; }

    /// <summary>The problem's equation that a statement of it is; null where it is none in one letter.</summary>
    EquationFact? EquationOf(Statement task);

    /// <summary>Whether some step of the trace may name the number as a value.</summary>
    bool MayName(Rational value);

    /// <summary>Whether the step is the last one, and no step tries, checks or rejects a value.</summary>
    bool IsFinal { get; }

    /// <summary>Every inequality of the trace's steps that holds the letter, with its step.</summary>
    ImmutableArray<(int Step, Statement Statement)> InequalitiesOn(string symbol);

    /// <summary>Whether nothing else in the problem or in any step says what a symbol of the equation is: no other equation that is no
    /// rewriting, and no value. What is claimed of its symbols is then claimed for every value.</summary>
    bool StandsAlone(EquationFact fact);

    /// <summary>The last equation of the step before, if that step ends with it.</summary>
    EquationFact? LastEquation { get; }

    /// <summary>The one expression that the problem wants worked out or written anew, as written; null where it asks for something
    /// else.</summary>
    string? Asked { get; }

    /// <summary>The last relation of the step before.</summary>
    Statement? LastStatement { get; }
}
