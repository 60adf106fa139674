using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reviews;

/// <summary>What the exact checks made of one step.</summary>
/// <param name="Step">Its index.</param>
/// <param name="State">Nothing checkable, checked or flagged.</param>
/// <param name="Relations">Every relation found in it, in order.</param>
public sealed record StepReview(int Step, StepState State, ImmutableArray<RelationOutcome> Relations)
{
    /// <summary>The state of a step: checked only where something in it was proven and nothing refuted. What is refuted and flags nothing,
    /// because it is silenced or a hint, leaves it open.</summary>
    public static StepState StateOf(ImmutableArray<RelationOutcome> relations, bool isFlagged) =>
        isFlagged ? StepState.Flagged
        : relations.Any(relation => relation.Verdict == RelationVerdict.Proven)
            && relations.All(relation => relation.Verdict != RelationVerdict.Refuted) ? StepState.Checked
        : StepState.NothingCheckable;
}
