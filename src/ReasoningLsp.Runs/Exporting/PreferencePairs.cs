using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>Pairs of a right and a wrong solution of one problem.</summary>
/// <param name="labels">What people said.</param>
/// <param name="decisions">What they decided: a finding that they called wrong refutes nothing.</param>
public sealed class PreferencePairs(LabelSource labels, DecisionLog decisions)
{
    private const int MostOfOneProblem = 8;

    /// <summary>The pairs; each solution stands in few of them, so that a problem with many does not outweigh the
    /// others.</summary>
    public IEnumerable<PreferencePair> Of(IEnumerable<RunTrace> traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var problems = new Dictionary<string, (List<RunTrace> Right, List<RunTrace> Wrong)>(StringComparer.Ordinal);
        foreach (var trace in traces.Where(trace => trace.Problem is not null && !trace.Steps.IsEmpty))
        {
            if (IsRight(trace) is not { } isRight)
                continue;
            if (!problems.TryGetValue(trace.Problem!, out var both))
                problems[trace.Problem!] = both = ([], []);
            var list = isRight ? both.Right : both.Wrong;
            if (list.Count < MostOfOneProblem)
                list.Add(trace with { Line = string.Empty });
        }

        foreach (var (right, wrong) in problems.Values)
        {
            for (var at = 0; at < Math.Max(right.Count, wrong.Count) && right.Count > 0 && wrong.Count > 0; at++)
            {
                RunTrace chosen = right[at % right.Count], rejected = wrong[at % wrong.Count];
                var pair = new PreferencePair(chosen, rejected, "right and wrong solution of one problem");
                if (pair.ChosenText != pair.RejectedText)
                    yield return pair;
            }
        }
    }

    // A right answer by a wrong way is no example of a good solution.
    private bool? IsRight(RunTrace trace) => labels.Of(trace).FirstWrongStep is { } wrong ? wrong < 0
        && trace.Labels.IsAnswerRight is not false
        : trace.Labels.IsAnswerRight is false ? false
        : trace.Labels.IsAnswerRight is true && trace.Without(decisions).FirstRefuted < 0 ? true : null;
}
