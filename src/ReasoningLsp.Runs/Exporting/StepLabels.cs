using System.Collections.Immutable;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>Labels each step by the best that is known: people, then exact checks, then a reward model that is sure.</summary>
/// <param name="labels">What people said.</param>
/// <param name="certain">How sure a reward model must be to count, above 0.5; null leaves its word out.</param>
public sealed class StepLabels(LabelSource labels, double? certain)
{
    /// <summary>One label a step.</summary>
    public ImmutableArray<StepLabel> Of(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var truth = labels.Of(trace);
        var refuted = trace.Findings.Where(finding => finding.Refutes && finding.Rule != "RR390").Select(finding => finding.Step!.Value)
            .ToHashSet();
        return [.. Enumerable.Range(0, trace.Steps.Length).Select(step => Of(trace, truth, refuted, step))];
    }

    private StepLabel Of(RunTrace trace, TraceTruth truth, HashSet<int> refuted, int step)
    {
        var score = step < trace.Scores.Length && trace.Scores[step] is >= 0 and <= 1 ? trace.Scores[step] : (double?)null;
        if (truth.Steps[step] is { } isRight)
            return new StepLabel(isRight ? 1 : -1, 1, Agreeing("people", isRight, refuted.Contains(step), score));
        if (trace.Labels.Steps.Length == trace.Steps.Length && trace.Labels.Steps[step] == 0)
            return new StepLabel(0, 1, "people");
        if (refuted.Contains(step))
            return new StepLabel(-1, 1, Agreeing("exact check", false, false, score));
        if (certain is { } sure && score is { } value && Math.Max(value, 1 - value) >= sure)
            return new StepLabel(value >= sure ? 1 : -1, Math.Max(value, 1 - value), "reward model");
        return default(StepLabel) with { Source = string.Empty };
    }

    // Who says the same besides: the consensus that "Lessons of Developing Process Reward Models" filters by.
    private static string Agreeing(string first, bool isRight, bool isRefuted, double? score) =>
        first + (isRefuted && !isRight ? " and exact check" : string.Empty)
            + (score is { } value && value >= 0.5 == isRight ? " and reward model" : string.Empty);
}
