namespace ReasoningLsp.Runs.Composites;

/// <summary>How likely a solution is right, all signals taken together.</summary>
/// <param name="Right">The probability.</param>
/// <param name="RestsOn">The signal that moves it most, or null where none moves it.</param>
/// <param name="Beyond">Signals that do not count, because nobody judged solutions of such a value.</param>
public sealed record CompositeAnswer(double Right, string? RestsOn, IReadOnlyList<string> Beyond);
