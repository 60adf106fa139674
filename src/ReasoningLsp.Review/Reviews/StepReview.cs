using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reviews;

/// <summary>What the exact checks made of one step.</summary>
/// <param name="Step">Its index.</param>
/// <param name="State">Nothing checkable, checked or flagged.</param>
/// <param name="Relations">Every relation found in it, in order.</param>
public sealed record StepReview(int Step, StepState State, ImmutableArray<RelationOutcome> Relations);
