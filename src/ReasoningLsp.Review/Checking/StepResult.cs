using System.Collections.Immutable;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Checking;

/// <summary>What the checks made of a step's text, before it is placed in the file; valid while its reads stand.</summary>
/// <param name="Analysis">What was read.</param>
/// <param name="Links">Every link with its verdict.</param>
/// <param name="Relations">The same for people; spans count from the start of the step's text.</param>
/// <param name="Drafts">What is wrong.</param>
/// <param name="Reads">What was asked of the rest of the trace.</param>
internal sealed record StepResult(StepAnalysis Analysis, ImmutableArray<JudgedLink> Links, ImmutableArray<RelationOutcome> Relations,
    ImmutableArray<Draft> Drafts, ImmutableArray<FactRead> Reads);
