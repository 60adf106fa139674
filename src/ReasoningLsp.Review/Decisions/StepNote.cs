namespace ReasoningLsp.Review.Decisions;

/// <summary>A note of a person's.</summary>
/// <param name="Id">What it is known by.</param>
/// <param name="Step">Index of the step, or null for the solution as a whole.</param>
/// <param name="Text">The note.</param>
/// <param name="Who">Whose it is, or null.</param>
/// <param name="When">When it was written.</param>
/// <param name="IsOutdated">Whether it was written of an earlier text of the step.</param>
public sealed record StepNote(string Id, int? Step, string Text, string? Who, DateTimeOffset When, bool IsOutdated);
