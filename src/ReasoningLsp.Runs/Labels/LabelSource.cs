using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Labels;

/// <summary>Where labels come from: the records themselves, what people decided, or a file.</summary>
public sealed class LabelSource
{
    private readonly Func<RunTrace, TraceTruth> _of;

    private LabelSource(Func<RunTrace, TraceTruth> of) => _of = of;

    /// <summary>The labels of the records.</summary>
    public static LabelSource Records { get; } = new(trace => TraceTruth.Of(trace.Labels, trace.Steps.Length));

    /// <summary>What people decided: a finding that was accepted makes its step wrong, one that was called wrong makes it right. A step
    /// that nobody decided on has no label, nor has one about which someone was asked.</summary>
    public static LabelSource Decisions(DecisionLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new LabelSource(trace => OfDecisions(trace, log));
    }

    /// <summary>The labels of a file: JSON Lines with <c>id</c> or <c>hash</c>, <c>label</c> and, where every step was judged,
    /// <c>step_labels</c>.</summary>
    /// <exception cref="FormatException">A line says no label; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LabelSource File(string path)
    {
        var labels = new Dictionary<string, RecordLabels>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var label = RecordLabels.Read(line);
            if (KeyOf(line) is not { } key || (label.FirstWrongStep is null && label.Steps.IsEmpty))
                throw new FormatException($"line {number} is no label: write {{\"id\": \"…\", \"label\": first wrong step from 0 or -1}}.");
            labels[key] = label;
        }

        return new LabelSource(trace => TraceTruth.Of(
            labels.GetValueOrDefault(trace.Hash) ?? labels.GetValueOrDefault(trace.Name) ?? RecordLabels.None, trace.Steps.Length));
    }

    /// <summary>What is known of a trace.</summary>
    public TraceTruth Of(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return _of(trace);
    }

    private static TraceTruth OfDecisions(RunTrace trace, DecisionLog decided)
    {
        var steps = new bool?[trace.Steps.Length];
        foreach (var finding in trace.Findings.Where(finding => finding.Step < steps.Length))
        {
            if (decided.OnFinding(finding.Rule, trace.HashOf(finding)) is { Kind: not DecisionKind.Asked } said)
                steps[finding.Step!.Value] = said.Kind == DecisionKind.WrongFinding && steps[finding.Step.Value] is not false;
        }

        var wrong = Array.IndexOf(steps, false);
        // One step that is right makes no solution right: only where every flagged step was decided is the whole known.
        var isWhole = wrong < 0 && trace.Findings.Any(finding => finding.Flags)
            && trace.Findings.Where(finding => finding.Flags).All(finding => finding.Step is { } step && steps[step] is true);
        return new TraceTruth(wrong >= 0 ? wrong : isWhole ? -1 : null, [.. steps]);
    }

    private static string? KeyOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        foreach (var name in (string[])["hash", "id"])
        {
            if (json.RootElement.TryGetProperty(name, out var key) && key.ValueKind == JsonValueKind.String)
                return key.GetString();
        }

        return null;
    }
}
