using System.Collections.Immutable;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Explaining;

/// <summary>What was read of a step, in which readings, what was decided, and what was left.</summary>
/// <param name="Step">Its index.</param>
/// <param name="State">Its state.</param>
/// <param name="Relations">Every relation in it, in order; those of calculator annotations last.</param>
/// <param name="Unread">Code, what is struck out, and mathematics that stands in no relation, in order.</param>
public sealed record StepExplanation(int Step, StepState State, ImmutableArray<RelationExplanation> Relations,
    ImmutableArray<UnreadPart> Unread)
{
    /// <summary>What it has of the problem's numbers.</summary>
    public GivenUse Givens { get; init; } = GivenUse.None;
}
