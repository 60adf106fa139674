using System.Collections.Immutable;

namespace ReasoningLsp.Review.Analysis;

/// <summary>One question a step asked of its trace, and a digest of the answer.</summary>
/// <param name="Symbols">The symbols asked for; null: the last equation of the step before.</param>
/// <param name="Digest">Hash of the answer.</param>
internal sealed record FactRead(ImmutableArray<string>? Symbols, int Digest)
{
    public static FactRead OfLastEquation(EquationFact? fact) => new(null, DigestOf(fact));

    public static FactRead OfEquations(ImmutableArray<string> symbols, ImmutableArray<EquationFact> facts) => new(symbols, DigestOf(facts));

    /// <summary>Whether the ledger still gives the same answer.</summary>
    public bool Stands(Ledger ledger, int step) =>
        Digest == (Symbols is { } symbols ? DigestOf(ledger.EquationsOn(symbols, step)) : DigestOf(ledger.LastEquation(step)));

    private static int DigestOf(EquationFact? fact) => fact is null ? 0 : string.GetHashCode(fact.Key, StringComparison.Ordinal);

    private static int DigestOf(ImmutableArray<EquationFact> facts)
    {
        var hash = new HashCode();
        foreach (var fact in facts)
            hash.Add(fact.Key, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
