using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Suppressions;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Everything that holds for the files of one folder. Thread-safe.</summary>
/// <param name="Configuration">What is configured.</param>
/// <param name="Reviewer">Runs the checks.</param>
/// <param name="Filter">From what they found to what is shown.</param>
/// <param name="FailOn">What makes the run fail.</param>
/// <param name="Baseline">Hides known findings, or null.</param>
internal sealed record FolderPolicy(
    EffectiveConfiguration Configuration,
    TraceReviewer Reviewer,
    FindingFilter Filter,
    FailOn FailOn,
    BaselineMatcher? Baseline)
{
    /// <summary>Extends exact fixes to what depends on the false value.</summary>
    public Propagation Propagation { get; } = new(Reviewer.Invoke);

    /// <summary>Applies the checklists that hold for a trace to its review.</summary>
    public required Func<TraceReview, CancellationToken, TraceReview> Checklists { get; init; }
}
