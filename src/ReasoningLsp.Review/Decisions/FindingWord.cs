namespace ReasoningLsp.Review.Decisions;

/// <summary>That a finding was confirmed, or that someone was asked of it or of its step.</summary>
/// <param name="Rule">The finding's rule; empty where a step without one is asked about.</param>
/// <param name="Step">Index of the step, or null for the whole solution.</param>
/// <param name="Said">The decision.</param>
public sealed record FindingWord(string Rule, int? Step, Decision Said);
