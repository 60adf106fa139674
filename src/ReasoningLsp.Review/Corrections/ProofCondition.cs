namespace ReasoningLsp.Review.Corrections;

/// <summary>One thing that was asked of a correction before it was called verified.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="IsMet">Whether it holds.</param>
/// <param name="Text">What was found, with its figures.</param>
public sealed record ProofCondition(ProofKind Kind, bool IsMet, string Text);
