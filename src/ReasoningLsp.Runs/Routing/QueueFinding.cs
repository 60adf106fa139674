namespace ReasoningLsp.Runs.Routing;

/// <summary>An error or a warning that waits for a person's word.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Hash">What a decision on it names its text by.</param>
/// <param name="Step">Index of the step, or null for the whole trace.</param>
/// <param name="Message">What is said.</param>
/// <param name="Key">What makes it the same mistake as others.</param>
public sealed record QueueFinding(string Rule, string Hash, int? Step, string Message, string Key);
