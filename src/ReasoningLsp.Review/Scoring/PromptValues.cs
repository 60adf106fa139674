using System.Collections.Immutable;

namespace ReasoningLsp.Review.Scoring;

/// <summary>What fills a profile's prompt.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Step">The step.</param>
/// <param name="Index">Its index in the trace.</param>
/// <param name="Earlier">The steps before it.</param>
/// <param name="Criterion">What the user wants to be judged by, or null.</param>
internal readonly record struct PromptValues(string Problem, string Step, int Index, ImmutableArray<string> Earlier, string? Criterion);
