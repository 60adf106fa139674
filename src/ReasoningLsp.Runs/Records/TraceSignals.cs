namespace ReasoningLsp.Runs.Records;

/// <summary>What the sources of a run say of a trace, in few numbers.</summary>
/// <param name="Covered">The share of steps that exact checks hold right.</param>
/// <param name="Model">The lowest score of a reward model that gives probabilities, or null.</param>
/// <param name="Judge">The lowest P(yes) of a judge, or null.</param>
/// <param name="Checklist">The share of a checklist that is met, or null.</param>
/// <param name="IsRefuted">Whether an exact check refuted a step.</param>
/// <param name="IsFlagged">Whether there is an error or a warning.</param>
public sealed record TraceSignals(double Covered, double? Model, double? Judge, double? Checklist, bool IsRefuted, bool IsFlagged)
{
    /// <summary>The lowest score of a reward model on whatever scale, or null: only what people judged tells what it is worth.</summary>
    public double? Score { get; init; }

    /// <summary>The signals of a trace.</summary>
    public static TraceSignals Of(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new TraceSignals(
            trace.Steps.IsEmpty ? 0 : trace.States.Count(state => state == "checked") / (double)trace.Steps.Length,
            !trace.Scores.IsEmpty && trace.Scale is null && trace.Scores.All(score => score is >= 0 and <= 1)
                ? trace.Scores.Min() : null,
            trace.ItemProbabilities.IsEmpty ? null : trace.ItemProbabilities.Min(), trace.PassRate, trace.FirstRefuted >= 0,
            trace.Findings.Any(finding => finding.Flags))
        {
            Score = trace.Scores.IsEmpty ? null : trace.Scores.Min(),
        };
    }
}
