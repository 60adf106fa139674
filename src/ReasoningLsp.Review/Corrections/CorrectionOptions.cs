using System.Collections.Immutable;

namespace ReasoningLsp.Review.Corrections;

/// <summary>How candidates are written.</summary>
public sealed record CorrectionOptions
{
    /// <summary>Four candidates.</summary>
    public static CorrectionOptions Default { get; } = new();

    /// <summary>How many are begun, 1 to 16.</summary>
    public int Candidates { get; init; } = 4;

    /// <summary>Tokens after which a candidate is looked at for the first time; the weak ones are not finished.</summary>
    public int FirstLook { get; init; } = 32;

    /// <summary>Most tokens of a candidate.</summary>
    public int MaximumTokens { get; init; } = 160;

    /// <summary>The same seed writes the same candidates.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What worked before, as short notes.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
