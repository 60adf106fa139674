using System.Text.Json;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Runs.Criteria;

/// <summary>A solution on which people gave a word.</summary>
/// <param name="Trace">The solution, as a judge reads it.</param>
/// <param name="Problem">Its problem: what is learned from and what is held back share none.</param>
/// <param name="Text">Problem and steps.</param>
/// <param name="IsRight">What people say.</param>
public sealed record JudgedTrace(Trace Trace, string Problem, string Text, bool IsRight)
{
    private const int Good = 3;
    private const int Bad = 1;

    /// <summary>A trace of a run, or null where nobody gave a word, or where its text is aimed at whoever judges it.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="labels">Where labels come from.</param>
    /// <param name="mark">The mark that a person gave it, 0 to 4, or null: 3 and 4 are right, 0 and 1 wrong.</param>
    public static JudgedTrace? Of(RunTrace trace, LabelSource labels, int? mark)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(labels);
        if (trace.Steps.IsEmpty || trace.Findings.Any(finding => finding.Rule.StartsWith("RR6", StringComparison.Ordinal)))
            return null;
        var isRight = labels.Of(trace).FirstWrongStep is { } first ? first < 0
            : mark switch { >= Good => true, <= Bad => false, _ => (bool?)null };
        if (isRight is not { } known)
            return null;
        var record = JsonSerializer.Serialize(new { problem = trace.Problem ?? string.Empty, steps = trace.Steps.ToArray() });
        return new JudgedTrace(JsonLinesTraceReader.ReadRecord(new JsonLine(record, 0, 0, 0, null)).Traces[0], trace.Problem ?? trace.Hash,
            $"{trace.Problem}\n\n{string.Join('\n', trace.Steps)}", known);
    }
}
