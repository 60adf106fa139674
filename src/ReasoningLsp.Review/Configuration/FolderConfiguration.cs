using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Configuration;

/// <summary>What one <c>reasoning-review.json</c> says. What it leaves out is left to the folders above.</summary>
public sealed record FolderConfiguration
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "reasoning-review.json";

    /// <summary>Nothing set.</summary>
    public static FolderConfiguration None { get; } = new();

    /// <summary>Whether the folders above are not asked.</summary>
    public bool Root { get; init; }

    /// <summary>Severity by rule id; null switches the rule off.</summary>
    public ImmutableDictionary<string, Severity?> Rules { get; init; } =
        ImmutableDictionary<string, Severity?>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);

    /// <summary>Globs, relative to the folder, of files that are reviewed without opting in; default where absent.</summary>
    public ImmutableArray<string> Include { get; init; }

    /// <summary>Globs, relative to the folder, of files that are not reviewed unless named; default where absent.</summary>
    public ImmutableArray<string> Exclude { get; init; }

    /// <summary>From which severity on a finding makes the run fail, or null.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>Path of the baseline, relative to the folder, or null.</summary>
    public string? Baseline { get; init; }
}
