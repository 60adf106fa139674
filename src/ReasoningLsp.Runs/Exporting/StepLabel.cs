namespace ReasoningLsp.Runs.Exporting;

/// <summary>What a step is worth as an example for training.</summary>
/// <param name="Rating">1 right, 0 neutral, −1 wrong, null undecided.</param>
/// <param name="Confidence">How sure that is, from 0 to 1.</param>
/// <param name="Source">Who says so: <c>people</c>, <c>exact check</c>, <c>reward model</c>, or several; empty where nobody does.</param>
public readonly record struct StepLabel(int? Rating, double Confidence, string Source);
