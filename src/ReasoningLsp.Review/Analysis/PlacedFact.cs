namespace ReasoningLsp.Review.Analysis;

/// <summary>An equation among those that mention one symbol, in their order.</summary>
/// <param name="Step">Index of its step; the problem is step -1.</param>
/// <param name="Fact">The equation.</param>
/// <param name="Digest">Hash of this and all before it.</param>
/// <param name="PlacedDigest">The same, with where each stands.</param>
internal readonly record struct PlacedFact(int Step, EquationFact Fact, int Digest, int PlacedDigest)
{
    /// <summary>The next one after <paramref name="last"/>.</summary>
    public static PlacedFact After(PlacedFact? last, int step, EquationFact fact) => new(step, fact,
        HashCode.Combine(last?.Digest ?? 0, fact.Digest), HashCode.Combine(last?.PlacedDigest ?? 0, step, fact.Digest, fact.Start));
}
