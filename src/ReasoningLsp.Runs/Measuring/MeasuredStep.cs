namespace ReasoningLsp.Runs.Measuring;

/// <summary>A step that people may have judged.</summary>
/// <param name="Score">A reward model's score, or null.</param>
/// <param name="IsFlagged">Whether it was flagged.</param>
/// <param name="IsRight">What people said, or null.</param>
public readonly record struct MeasuredStep(double? Score, bool IsFlagged, bool? IsRight);
