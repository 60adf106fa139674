namespace ReasoningLsp.Review.Tests.Rewriting;

/// <summary>A way to write a step that says the same.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Apply">The step anew; the same text where the way does not fit it.</param>
internal sealed record Rewriting(string Name, Func<string, string> Apply);
