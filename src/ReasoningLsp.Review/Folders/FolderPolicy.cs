using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Suppressions;

namespace ReasoningLsp.Review.Folders;

/// <summary>
/// Everything that holds for the files of one folder, the same for terminal, editor and agents. Immutable; a change of
/// configuration, decisions or baseline makes a new one.
/// </summary>
/// <param name="Configuration">What is configured.</param>
/// <param name="Options">Which rules run, and how loudly.</param>
/// <param name="Exact">Runs the exact checks; the same instance as long as the rules are the same, so that reviews stay reusable.</param>
/// <param name="Decisions">What people said of findings and of the items of checklists, here and in every folder above.</param>
/// <param name="Checklists">The checklists that can be named.</param>
/// <param name="Baseline">Hides known findings, or null.</param>
public sealed record FolderPolicy(
    EffectiveConfiguration Configuration,
    ReviewOptions Options,
    IExactReviewer Exact,
    DecisionLog Decisions,
    FolderChecklists Checklists,
    BaselineMatcher? Baseline)
{
    /// <summary>
    /// Whether all was read that says what holds here. Where it was not, nothing is written into a file: what is missing may say that a
    /// finding is wrong, or switch a rule off.
    /// </summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>From what the checks found to what is shown.</summary>
    public FindingFilter Filter { get; } = new(Options, Decisions);

    /// <summary>Extends exact fixes to what depends on the false value.</summary>
    public Propagation Propagation { get; } = new(Exact.Review);

    /// <summary>Where nothing is configured.</summary>
    public static FolderPolicy Default(IExactReviewer exact) =>
        new(EffectiveConfiguration.None, ReviewOptions.Default, exact, DecisionLog.Empty,
            new FolderChecklists(null, FolderFiles.Anywhere), null);
}
