using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>What is exported of a run, and what besides.</summary>
public sealed record ExportPlan
{
    /// <summary>For whom.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>What people said.</summary>
    public required LabelSource Labels { get; init; }

    /// <summary>What people decided on findings.</summary>
    public DecisionLog Decisions { get; init; } = DecisionLog.Empty;

    /// <summary>How sure a reward model must be to count, or null.</summary>
    public double? Certain { get; init; }

    /// <summary>Whether soft labels stand beside the hard ones.</summary>
    public bool IsSoft { get; init; }

    /// <summary>Monte-Carlo rates, or null.</summary>
    public MonteCarloFile? Rates { get; init; }

    /// <summary>What must agree, or null.</summary>
    public Consensus? Consensus { get; init; }

    /// <summary>Another reward model that reviews the records, or null.</summary>
    public PeerFilter? Peer { get; init; }

    /// <summary>The share of records that the peer keeps.</summary>
    public double Share { get; init; } = 1;

    /// <summary>The domain of a trace, or null where records are not weighed.</summary>
    public Func<RunTrace, string>? Domain { get; init; }

    /// <summary>The weights of domains by how many records each has.</summary>
    public Func<IReadOnlyDictionary<string, int>, DomainWeights> Weights { get; init; } =
        counts => DomainWeights.ByCount(counts, DomainWeights.UsualPower);

    /// <summary>How likely the answers of a pair are; null where nobody is asked, and null of a pair that cannot be computed.</summary>
    public Func<PreferencePair, LikelihoodMargin?>? Margin { get; init; }
}
