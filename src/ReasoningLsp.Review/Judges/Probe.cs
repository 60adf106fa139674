using System.Collections.Immutable;

namespace ReasoningLsp.Review.Judges;

/// <summary>A text that a judge must not be moved by, or must be moved by.</summary>
/// <param name="Family">What is tried, such as <c>master key</c>.</param>
/// <param name="Name">Which of its kind.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Steps">The solution.</param>
/// <param name="Question">What is asked.</param>
/// <param name="MustBeYes">Whether a good judge says yes.</param>
public sealed record Probe(string Family, string Name, string Problem, ImmutableArray<string> Steps, string Question, bool MustBeYes);
