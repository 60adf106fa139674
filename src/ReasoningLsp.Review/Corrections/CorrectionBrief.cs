using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>What whoever writes a step anew is told.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Step">Index of the step.</param>
/// <param name="Findings">What was found wrong with the step, with its evidence; empty where nothing was.</param>
/// <param name="Unmet">Items of the checklist that are answered no, those that point to the step first.</param>
public sealed record CorrectionBrief(Trace Trace, int Step, ImmutableArray<Finding> Findings, ImmutableArray<ItemVerdict> Unmet);
