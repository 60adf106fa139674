using System.Collections.Immutable;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>Labels each step by the best that is known: people, then exact checks, then Monte Carlo, then scores.</summary>
/// <param name="labels">What people said.</param>
/// <param name="certain">How sure a reward model must be to count, above 0.5; null leaves its word out.</param>
public sealed class StepLabels(LabelSource labels, double? certain)
{
    /// <summary>Monte-Carlo rates, or null.</summary>
    public MonteCarloFile? Rates { get; init; }

    /// <summary>What people decided: a finding that they called wrong refutes nothing, whatever else labels come from.</summary>
    public DecisionLog Decisions { get; init; } = DecisionLog.Empty;

    /// <summary>Whether a calibrated score decides where nothing better is known: its probability is a soft label, so that none need be
    /// left out for want of certainty.</summary>
    public bool IsSoft { get; init; }

    /// <summary>One label a step.</summary>
    public ImmutableArray<StepLabel> Of(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var truth = labels.Of(trace);
        var refuted = trace.Without(Decisions).Findings.Where(finding => finding.Refutes && finding.Rule != "RR390")
            .Select(finding => finding.Step!.Value).ToHashSet();
        var rates = Rates?.Of(trace);
        return [.. Enumerable.Range(0, trace.Steps.Length).Select(step => Known(trace, truth, refuted, step)
            ?? OfRate(rates, step) ?? OfScore(trace, rates, step))];
    }

    private static StepLabel? Known(RunTrace trace, TraceTruth truth, HashSet<int> refuted, int step)
    {
        if (truth.Steps[step] is { } isRight)
            return new StepLabel(isRight ? 1 : -1, 1, Agreeing("people", isRight, refuted.Contains(step), Score(trace, step)))
            {
                Soft = isRight ? 1 : 0,
            };
        if (trace.Labels.Steps.Length == trace.Steps.Length && trace.Labels.Steps[step] == 0)
            return new StepLabel(0, 1, "people") { Soft = 0.5 };
        return refuted.Contains(step)
            ? new StepLabel(-1, 1, Agreeing("exact check", false, false, Score(trace, step))) { Soft = 0 } : null;
    }

    // Hard: right where any completion reached the answer; soft: the share that did (Math-Shepherd, arXiv:2312.08935, Eq. 3 and 4). What
    // follows the first wrong step says nothing of itself and is left out, as in arXiv:2501.07301.
    private static StepLabel? OfRate(MonteCarloRates? rates, int step) =>
        rates?.Steps[step] is not { } rate || rates.Steps[..step].Contains(0) ? null
            : new StepLabel(rate > 0 ? 1 : -1, rate > 0 ? rate : 1, "Monte Carlo") { Soft = rate };

    private StepLabel OfScore(RunTrace trace, MonteCarloRates? rates, int step)
    {
        if (rates is not null && rates.Steps[..step].Contains(0))
            return Nobody;
        if (IsSoft && trace.Calibrated.Length == trace.Steps.Length && trace.Calibrated[step] is { } right)
            return new StepLabel(right >= 0.5 ? 1 : -1, Math.Max(right, 1 - right), "calibrated score") { Soft = right };
        return certain is { } sure && Score(trace, step) is { } value && Math.Max(value, 1 - value) >= sure
            ? new StepLabel(value >= sure ? 1 : -1, Math.Max(value, 1 - value), "reward model") { Soft = value } : Nobody;
    }

    private static StepLabel Nobody => default(StepLabel) with { Source = string.Empty };

    private static double? Score(RunTrace trace, int step) =>
        step < trace.Scores.Length && trace.Scores[step] is >= 0 and <= 1 ? trace.Scores[step] : null;

    // Who says the same besides.
    private static string Agreeing(string first, bool isRight, bool isRefuted, double? score) =>
        first + (isRefuted && !isRight ? " and exact check" : string.Empty)
            + (score is { } value && value >= 0.5 == isRight ? " and reward model" : string.Empty);
}
