using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Labels;

/// <summary>Where labels come from: the records themselves, what people decided, a file, or a judge's scores.</summary>
public sealed class LabelSource
{
    private readonly Func<RunTrace, TraceTruth> _of;
    private readonly Func<IEnumerable<string>> _left;

    private LabelSource(Func<RunTrace, TraceTruth> of, Func<IEnumerable<string>>? left = null) => (_of, _left) = (of, left ?? (() => []));

    /// <summary>The labels of the records.</summary>
    public static LabelSource Records { get; } = new(trace => TraceTruth.Of(trace.Labels, trace.Steps.Length));

    /// <summary>What the scores of the traces' own run say: a step below one half is wrong. Nothing where they are no
    /// probabilities.</summary>
    public static LabelSource Scores { get; } = new(trace => OfScores(trace));

    /// <summary>What the scores of another run of the same traces say.</summary>
    public static LabelSource ScoresOf(IEnumerable<RunTrace> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var said = new Dictionary<string, TraceTruth>(StringComparer.Ordinal);
        foreach (var trace in run)
            said[trace.Hash] = OfScores(trace);
        return new LabelSource(trace => said.GetValueOrDefault(trace.Hash) ?? OfScores(trace with { Scores = [] }));
    }

    /// <summary>What people decided on findings that call a step wrong: one that was accepted makes it wrong; where all were called
    /// wrong, it is right. A step that nobody decided on has no label, nor has one about which someone was asked.</summary>
    public static LabelSource Decisions(DecisionLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new LabelSource(trace => OfDecisions(trace, log));
    }

    /// <summary>The labels of a file: JSON Lines with <c>id</c> or <c>hash</c>, <c>label</c> and, where every step was judged,
    /// <c>step_labels</c>.</summary>
    /// <exception cref="FormatException">A line says no label, or two say different ones of one trace; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LabelSource File(string path)
    {
        var lines = new NamedLines<RecordLabels>(path, LabelOf, Fits,
            "is no label: write {\"id\": \"…\", \"label\": first wrong step from 0 or -1}.");
        return new LabelSource(trace => TraceTruth.Of(lines.Of(trace) ?? RecordLabels.None, trace.Steps.Length), () => lines.Left);
    }

    /// <summary>Lines of a file of labels that said nothing of the traces which were asked for, each in words.</summary>
    public IEnumerable<string> Left => _left();

    /// <summary>What is known of a trace.</summary>
    public TraceTruth Of(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return _of(trace);
    }

    private static TraceTruth OfScores(RunTrace trace)
    {
        var steps = trace.Steps.Length;
        var isSaid = trace.Scores.Length == steps && steps > 0 && trace.Scores.All(score => score is >= 0 and <= 1);
        return isSaid ? new TraceTruth(trace.Scores.Select(score => score < 0.5).ToList().IndexOf(true),
            [.. trace.Scores.Select(score => (bool?)(score >= 0.5))]) : new TraceTruth(null, [.. new bool?[steps]]);
    }

    private static TraceTruth OfDecisions(RunTrace trace, DecisionLog decided)
    {
        var steps = new bool?[trace.Steps.Length];
        var said = trace.Findings.Where(finding => finding.CallsWrong)
            .Select(finding => (finding.Step, finding.Flags, decided.OnFinding(trace.SubjectOf(finding))?.Kind)).ToList();
        foreach (var step in said.Where(each => each.Step < steps.Length).GroupBy(each => each.Step!.Value))
        {
            // What is left open may still be an error, whatever was said of another finding there.
            steps[step.Key] = step.Any(each => each.Kind == DecisionKind.Accepted) ? false
                : step.Any(each => each.Kind == DecisionKind.WrongFinding)
                    && step.All(each => !each.Flags || each.Kind == DecisionKind.WrongFinding) ? true : null;
        }

        var wrong = Array.IndexOf(steps, false);
        // One step that is right makes no solution right: only where all that was flagged was called wrong is the whole known.
        var isWhole = wrong < 0 && said.Exists(each => each.Flags)
            && said.TrueForAll(each => !each.Flags || each.Kind == DecisionKind.WrongFinding);
        return new TraceTruth(wrong >= 0 ? wrong : isWhole ? -1 : null, [.. steps]);
    }

    private static RecordLabels? LabelOf(JsonElement line)
    {
        var label = RecordLabels.Read(line.GetRawText());
        // What is written and cannot be read is no label, though the other could be.
        bool Unread(string name, bool isRead) =>
            !isRead && line.TryGetProperty(name, out var said) && said.ValueKind != JsonValueKind.Null;
        return Unread("label", label.FirstWrongStep >= -1) || Unread("step_labels", !label.Steps.IsEmpty)
            || (label.FirstWrongStep is null && label.Steps.IsEmpty) ? null : label;
    }

    private static bool Fits(RecordLabels label, RunTrace trace) =>
        (label.FirstWrongStep ?? -1) < trace.Steps.Length && (label.Steps.IsEmpty || label.Steps.Length == trace.Steps.Length);
}
