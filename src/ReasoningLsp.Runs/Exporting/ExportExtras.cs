namespace ReasoningLsp.Runs.Exporting;

/// <summary>What a record says beside what its form asks for.</summary>
public sealed record ExportExtras
{
    /// <summary>Nothing.</summary>
    public static ExportExtras None { get; } = new();

    /// <summary>Whether a real number stands beside each hard label.</summary>
    public bool IsSoft { get; init; }

    /// <summary>How much the record counts, or null.</summary>
    public double? Weight { get; init; }

    /// <summary>How likely the answers of a pair are, or null.</summary>
    public LikelihoodMargin? Margin { get; init; }

    /// <summary>The Monte-Carlo rates, or null: an episode is rewarded by how they change.</summary>
    public MonteCarloRates? Rates { get; init; }
}
