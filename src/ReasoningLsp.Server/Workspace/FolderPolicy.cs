using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Suppressions;

namespace ReasoningLsp.Server.Workspace;

/// <summary>Everything that holds for the files of one folder. Immutable; a change of configuration, decisions or baseline makes a new one.</summary>
/// <param name="Configuration">What is configured.</param>
/// <param name="Options">Which rules run, and how loudly.</param>
/// <param name="Reviewer">Runs the checks; the same instance as long as the rules are the same, so that reviews stay reusable.</param>
/// <param name="Filter">From what they found to what is shown.</param>
/// <param name="Baseline">Hides known findings, or null.</param>
/// <param name="Decisions">What people said of findings and of the items of checklists.</param>
/// <param name="Checklists">The checklists that can be named.</param>
internal sealed record FolderPolicy(EffectiveConfiguration Configuration, ReviewOptions Options, Reviewer Reviewer, FindingFilter Filter, Baseline? Baseline, DecisionLog Decisions, FolderChecklists Checklists);
