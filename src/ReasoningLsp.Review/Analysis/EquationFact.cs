using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Review.Analysis;

/// <summary>An equation a step states, as a fact that later steps may build on.</summary>
/// <param name="Statement">Index of its statement in the step.</param>
/// <param name="Link">Which link of the chain it is.</param>
/// <param name="Left">Left side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Symbols">Symbols of both sides.</param>
/// <param name="Difference">Left minus right as a quotient of polynomials, or null where it has no such form.</param>
/// <param name="Start">Offset in the step's text.</param>
/// <param name="End">Offset after its last unit.</param>
internal sealed record EquationFact(
    int Statement,
    int Link,
    Expression Left,
    Expression Right,
    ImmutableHashSet<string> Symbols,
    RationalFunction? Difference,
    int Start,
    int End)
{
    /// <summary>Both sides in plain notation: what makes two facts the same.</summary>
    public string Key => $"{Left} = {Right}";
}
