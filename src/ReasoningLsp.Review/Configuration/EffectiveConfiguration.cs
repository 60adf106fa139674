using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Configuration;

/// <summary>What holds in one folder after every configuration above it was asked; the nearest one wins, key by key.</summary>
public sealed record EffectiveConfiguration
{
    /// <summary>Nothing is configured.</summary>
    public static EffectiveConfiguration None { get; } = new();

    /// <summary>Whether every configuration was read and all of it had a meaning.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Severity by rule id; null switches the rule off.</summary>
    public ImmutableDictionary<string, Severity?> Rules { get; init; } = FolderConfiguration.None.Rules;

    /// <summary>Files that are reviewed without opting in.</summary>
    public GlobList Include { get; init; } = GlobList.Empty;

    /// <summary>Files that are not reviewed unless named.</summary>
    public GlobList Exclude { get; init; } = GlobList.Empty;

    /// <summary>From which severity on a finding makes the run fail, or null.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>Full path of the baseline, or null.</summary>
    public string? Baseline { get; init; }

    /// <summary>The same, with what <paramref name="configuration"/> of <paramref name="folder"/> sets put over it.</summary>
    public EffectiveConfiguration Under(FolderConfiguration configuration, string folder)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return this with
        {
            Rules = Rules.SetItems(configuration.Rules),
            Include = configuration.Include.IsDefault ? Include : new GlobList(folder, configuration.Include),
            Exclude = configuration.Exclude.IsDefault ? Exclude : new GlobList(folder, configuration.Exclude),
            FailOn = configuration.FailOn ?? FailOn,
            Baseline = configuration.Baseline is { } baseline ? Path.GetFullPath(baseline, folder) : Baseline,
        };
    }
}
