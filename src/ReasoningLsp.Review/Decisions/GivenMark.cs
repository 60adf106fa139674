namespace ReasoningLsp.Review.Decisions;

/// <summary>A mark that a person gave.</summary>
/// <param name="Mark">0 to <see cref="Decision.BestMark"/>.</param>
/// <param name="Comment">Why; may be empty.</param>
/// <param name="Who">Who gave it, or null.</param>
/// <param name="When">When.</param>
/// <param name="IsOutdated">Whether it was given to an earlier text of the solution.</param>
public sealed record GivenMark(int Mark, string Comment, string? Who, DateTimeOffset When, bool IsOutdated);
