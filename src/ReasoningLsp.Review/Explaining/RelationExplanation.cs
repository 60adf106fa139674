using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Explaining;

/// <summary>One relation of a step: what was read, in which ways, and what became of it.</summary>
/// <param name="Span">In the original file.</param>
/// <param name="Text">As written.</param>
/// <param name="Kind">What sort of relation it is.</param>
/// <param name="Readings">The ways in which it was read, the first that comes to mind first; empty where it was not understood.</param>
/// <param name="Verdict">What the checks made of it.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RelationExplanation(TextSpan Span, string Text, RelationKind Kind, ImmutableArray<RelationReading> Readings,
    RelationVerdict Verdict, string Reason)
{
    /// <summary>Why it was left undecided; none where it is decided or was not understood.</summary>
    public OpenReason Open { get; init; }
}
