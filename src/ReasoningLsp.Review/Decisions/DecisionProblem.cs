namespace ReasoningLsp.Review.Decisions;

/// <summary>A line of a decision file that could not be read.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what would mend it.</param>
public sealed record DecisionProblem(int Line, string Message);
