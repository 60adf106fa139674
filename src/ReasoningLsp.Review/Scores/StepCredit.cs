namespace ReasoningLsp.Review.Scores;

/// <summary>A step's part in <see cref="ClipDelta"/>.</summary>
/// <param name="Step">Index of the step.</param>
/// <param name="Clip">How far it falls below the threshold, as a number of at most 0; null without a threshold.</param>
/// <param name="Delta">Its score less that of the step after it; the last step's own score.</param>
public sealed record StepCredit(int Step, double? Clip, double Delta);
