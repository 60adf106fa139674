using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>
/// The consensus of Monte Carlo and a judge: a trace is kept only where both name the same first wrong step, or both none ("The
/// Lessons of Developing Process Reward Models", arXiv:2501.07301, consensus filtering).
/// </summary>
/// <param name="rates">What Monte Carlo says.</param>
/// <param name="judge">What the judge says.</param>
public sealed class Consensus(MonteCarloFile rates, LabelSource judge)
{
    /// <summary>Lines of a file of the judge that said nothing of the traces which were asked for, each in words.</summary>
    public IEnumerable<string> Left => judge.Left;

    /// <summary>Whether both agree; null where one of them says nothing.</summary>
    public bool? Agrees(RunTrace trace)
    {
        var (one, other) = (rates.Of(trace)?.FirstWrongStep, judge.Of(trace).FirstWrongStep);
        return one is null || other is null ? null : one == other;
    }
}
