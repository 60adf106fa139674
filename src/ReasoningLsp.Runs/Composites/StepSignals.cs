using System.Collections.Immutable;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Composites;

/// <summary>What the signals of a run say of one step, in numbers; higher is righter.</summary>
public static class StepSignals
{
    /// <summary>The signal that is the score of a step less that of the one before.</summary>
    public const string Change = "change of score";

    // Of more a curve does not become another.
    private const int Most = 200_000;

    /// <summary>Those that are known of a step.</summary>
    public static ImmutableSortedDictionary<string, double> ValuesOf(RunTrace trace, int step)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        values["exact checks"] = trace.Findings.Any(finding => finding.Refutes && finding.Step == step && finding.Rule != "RR390") ? 0
            : step < trace.States.Length && trace.States[step] == "checked" ? 1 : 0.5;
        if (trace.Scores.Length == trace.Steps.Length)
        {
            values["reward model"] = trace.Scores[step];
            if (step > 0)
                values[Change] = trace.Scores[step] - trace.Scores[step - 1];
        }

        return values.ToImmutable();
    }

    /// <summary>The steps that people judged.</summary>
    public static IReadOnlyList<JudgedSolution> Judged(IEnumerable<RunTrace> traces, LabelSource labels)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(labels);
        return [.. traces.SelectMany(trace => labels.Of(trace).Steps.Select((isRight, step) => isRight is { } right
            ? new JudgedSolution(trace.Problem ?? trace.Hash, ValuesOf(trace, step), right) : null)).OfType<JudgedSolution>().Take(Most)];
    }
}
