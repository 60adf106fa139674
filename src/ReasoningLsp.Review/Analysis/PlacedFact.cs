namespace ReasoningLsp.Review.Analysis;

/// <summary>An equation among those that mention one symbol, in their order.</summary>
/// <param name="Step">Index of its step; the problem is step -1.</param>
/// <param name="Fact">The equation.</param>
internal readonly record struct PlacedFact(int Step, EquationFact Fact);
