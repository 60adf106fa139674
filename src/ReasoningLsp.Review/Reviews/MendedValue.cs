namespace ReasoningLsp.Review.Reviews;

/// <summary>A value that was put right where it was calculated.</summary>
/// <param name="Step">Hash of the step's text as it reads since.</param>
/// <param name="Was">The number as it was written.</param>
/// <param name="Is">The number in its place.</param>
public sealed record MendedValue(string Step, string Was, string Is);
