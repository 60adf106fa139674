namespace ReasoningLsp.Runs.Exporting;

/// <summary>What a step is worth as an example for training.</summary>
/// <param name="Rating">1 right, 0 neutral, −1 wrong, null undecided.</param>
/// <param name="Confidence">How sure that is, from 0 to 1.</param>
/// <param name="Source">Who says so: <c>people</c>, <c>exact check</c>, <c>Monte Carlo</c>, <c>calibrated score</c>,
/// <c>reward model</c>, or several; empty where nobody does.</param>
public readonly record struct StepLabel(int? Rating, double Confidence, string Source)
{
    /// <summary>The soft label, from 0 to 1: a Monte-Carlo rate or a probability where one says it, else what the rating comes to; null
    /// where nobody says anything.</summary>
    public double? Soft { get; init; }

    /// <summary>Whether people or an exact check say it, and no estimate.</summary>
    public bool IsKnown => Source is not ("" or "Monte Carlo" or "calibrated score" or "reward model");
}
