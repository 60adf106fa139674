using System.Collections.Immutable;

namespace ReasoningLsp.Review.Profiles;

/// <summary>How a written critique becomes scores.</summary>
public sealed record CritiqueRule
{
    /// <summary>Whether a critique is written for each step, or one for all.</summary>
    public bool PerStep { get; init; } = true;

    /// <summary>Most tokens of a critique.</summary>
    public int MaximumTokens { get; init; } = 2_048;

    /// <summary>Writing ends before any of these.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>Appended to a critique of one step; the good and bad tokens are then read. Without it <see cref="Verdict"/> is
    /// matched.</summary>
    public string? Ask { get; init; }

    /// <summary>A regular expression whose group <c>verdict</c> holds one step's verdict; in a critique of one step the last match counts,
    /// in one of all steps match after match.</summary>
    public string? Verdict { get; init; }

    /// <summary>A regular expression that a verdict of a right step matches.</summary>
    public string? Right { get; init; }
}
