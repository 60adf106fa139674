namespace ReasoningLsp.Review.Checking;

/// <summary>A finding of a trace check.</summary>
/// <param name="Step">Index of the step in which it is shown.</param>
/// <param name="Draft">The finding, its spans in the text of that step.</param>
/// <param name="IsWhole">Whether it speaks of the whole trace, and of the step only for want of a better place.</param>
internal sealed record TraceDraft(int Step, Draft Draft, bool IsWhole = false);
