using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>A trace on which the review and people differ.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Label">The first wrong step, or −1.</param>
/// <param name="Found">The first step that was flagged, or −1.</param>
/// <param name="Certainty">How sure the review seemed of what is wrong, 0 to 1: what one learns from.</param>
public sealed record Failure(RunTrace Trace, int Label, int Found, double Certainty)
{
    /// <summary><c>false alarm</c>, <c>missed</c>, <c>too early</c> or <c>too late</c>.</summary>
    public string Kind => Label < 0 ? "false alarm" : Found < 0 ? "missed" : Found < Label ? "too early" : "too late";

    /// <summary>The most instructive ones: the surest first, but of each kind and rule in turn, so that one mistake does not fill the
    /// list.</summary>
    public static IReadOnlyList<Failure> Most(IEnumerable<RunTrace> traces, LabelSource labels, int count)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(labels);
        var kept = new Dictionary<(string, string), PriorityQueue<Failure, double>>();
        foreach (var trace in traces)
        {
            if (labels.Of(trace).FirstWrongStep is not { } label || Math.Max(label, -1) == trace.FirstErrorStep)
                continue;
            var failure = new Failure(trace, Math.Max(label, -1), trace.FirstErrorStep, CertaintyOf(trace, label));
            var key = (failure.Kind, Rule(failure));
            if (!kept.TryGetValue(key, out var queue))
                kept[key] = queue = new PriorityQueue<Failure, double>();
            queue.Enqueue(failure, failure.Certainty);
            if (queue.Count > count)
                queue.Dequeue(); // The least certain of its kind goes, so that memory holds few.
        }

        List<Queue<Failure>> kinds = [.. kept.OrderBy(pair => pair.Key).Select(pair => new Queue<Failure>(
            pair.Value.UnorderedItems.Select(item => item.Element).OrderByDescending(each => each.Certainty)
                .ThenBy(each => each.Trace.Unit)))];
        var most = new List<Failure>();
        while (most.Count < count && kinds.Exists(kind => kind.Count > 0))
            most.AddRange(kinds.Where(kind => kind.Count > 0).Select(kind => kind.Dequeue()).ToList());
        return [.. most.Take(count)];
    }

    private static string Rule(Failure failure) =>
        failure.Trace.Findings.FirstOrDefault(finding => finding.Step == failure.Found && finding.Flags)?.Rule ?? string.Empty;

    // An exact check is sure of what it refutes; a score is as sure as it is far from the middle; a miss without a score says little.
    private static double CertaintyOf(RunTrace trace, int label) => trace.FirstErrorStep >= 0
        ? trace.FirstRefuted == trace.FirstErrorStep ? 1
            : trace.FirstErrorStep < trace.Scores.Length ? 1 - trace.Scores[trace.FirstErrorStep] : 0.5
        : label >= 0 && label < trace.Scores.Length ? trace.Scores[label] : 0.5;
}
