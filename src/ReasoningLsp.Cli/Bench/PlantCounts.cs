namespace ReasoningLsp.Cli.Bench;

/// <summary>What became of the errors of a kind that were planted.</summary>
/// <param name="Planted">How many.</param>
/// <param name="Located">Found at their step.</param>
/// <param name="Elsewhere">Found at another step.</param>
internal readonly record struct PlantCounts(int Planted, int Located, int Elsewhere)
{
    /// <summary>With one more.</summary>
    /// <param name="step">Where it stands.</param>
    /// <param name="found">The first step that was flagged, or −1.</param>
    public PlantCounts With(int step, int found) => new(Planted + 1, Located + (found == step ? 1 : 0),
        Elsewhere + (found >= 0 && found != step ? 1 : 0));
}
