using System.Collections.Immutable;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>How good a solution is after each step, and by how much each step changes that.</summary>
internal sealed class StepValues
{
    private readonly double _start;
    private readonly ImmutableArray<double?> _steps;

    /// <summary>By Monte-Carlo rates: the change is the progress of Eq. 5 of arXiv:2410.08146.</summary>
    public StepValues(MonteCarloRates rates)
    {
        _start = rates.Start ?? 0;
        _steps = rates.Steps;
    }

    private StepValues(ImmutableArray<double> scores)
    {
        _steps = [.. scores.Select(score => (double?)score)];
    }

    /// <summary>By a reward model's scores; null where not every step has one.</summary>
    public static StepValues? Of(RunTrace trace) => trace.Scores.Length == trace.Steps.Length ? new StepValues(trace.Scores) : null;

    /// <summary>By how much a step changes it; null where that is not known.</summary>
    public double? Change(int step) => _steps[step] - (step == 0 ? _start : _steps[step - 1]);
}
