using System.Collections.Immutable;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Routing;

/// <summary>As much of a trace as its place in the queue depends on: of a million the texts need not be in memory.</summary>
/// <param name="Unit">The input that it is of.</param>
/// <param name="Name">What people know it by.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Signals">What the sources say.</param>
/// <param name="LowestScore">The step with the lowest score, or −1.</param>
/// <param name="Findings">What waits for a person's word.</param>
public sealed record QueueEntry(
    long Unit, string Name, int Steps, TraceSignals Signals, int LowestScore, ImmutableArray<QueueFinding> Findings)
{
    /// <summary>The entry of a trace.</summary>
    public static QueueEntry Of(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new QueueEntry(trace.Unit, trace.Name, trace.Steps.Length, TraceSignals.Of(trace),
            trace.Scores.IsEmpty ? -1 : trace.Scores.IndexOf(trace.Scores.Min()),
            QueueFinding.All(trace.Findings.Where(finding => finding.Flags).Select(finding => (finding, trace.HashOf(finding)))));
    }
}
