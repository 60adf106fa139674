using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>A trace as figures see it: what was said, and what is true.</summary>
public sealed record MeasuredTrace
{
    /// <summary>The hash of problem and steps: what two runs are paired by.</summary>
    public required string Hash { get; init; }

    /// <summary>What people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>The problem: solutions of one are drawn together.</summary>
    public required string Problem { get; init; }

    /// <summary>The first wrong step, −1 for none, null where nobody said.</summary>
    public int? Label { get; init; }

    /// <summary>The first step that the review flagged, or −1.</summary>
    public int Review { get; init; } = -1;

    /// <summary>The first step that an exact check refuted, or −1.</summary>
    public int Exact { get; init; } = -1;

    /// <summary>The first step that a reward model doubted, −1 for none, null where none was asked.</summary>
    public int? Model { get; init; }

    /// <summary>The steps.</summary>
    public ImmutableArray<MeasuredStep> Steps { get; init; } = [];

    /// <summary>Whether the final answer is right, or null.</summary>
    public bool? IsAnswerRight { get; init; }

    /// <summary>Whether the answer was found to differ from the reference; null where there is no reference or no answer.</summary>
    public bool? AnswerDiffers { get; init; }

    /// <summary>Whether the scores are probabilities.</summary>
    public bool AreProbabilities { get; init; } = true;

    /// <summary>One score for all, or null.</summary>
    public double? Score { get; init; }

    /// <summary>What the sources of the run say of it.</summary>
    public required TraceSignals Signals { get; init; }

    /// <summary>Whether it is right, by its steps where people said, else by its answer; null where nobody said.</summary>
    public bool? IsRight => Label is { } first ? first < 0 : IsAnswerRight;

    /// <summary>Whether anybody said anything of it that a figure counts.</summary>
    public bool IsJudged => IsRight is not null || Steps.Any(step => step.IsRight is not null);

    /// <summary>Values to group by.</summary>
    public ImmutableDictionary<string, string> Groups { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What a run says of a trace, and what people say.</summary>
    public static MeasuredTrace Of(RunTrace trace, LabelSource labels)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(labels);
        var truth = labels.Of(trace);
        var doubted = trace.Findings.Where(finding => finding.Flags && finding.Step is not null
            && finding.Rule.StartsWith("RR4", StringComparison.Ordinal)).Select(finding => finding.Step!.Value).ToList();
        var flagged = trace.Findings.Where(finding => finding.Flags && finding.Step is not null).Select(finding => finding.Step!.Value)
            .ToHashSet();
        return new MeasuredTrace
        {
            Hash = trace.Hash,
            Name = trace.Name,
            Problem = trace.Problem is { } problem ? StepHash.Of(problem) : trace.Hash,
            Label = truth.FirstWrongStep,
            Review = trace.FirstErrorStep,
            Exact = trace.FirstRefuted,
            // Of scores that the record brought no review doubted any.
            Model = trace.Scores.IsEmpty || trace.Profile is null ? null : doubted.DefaultIfEmpty(-1).Min(),
            Steps = [.. Enumerable.Range(0, trace.Steps.Length).Select(step => new MeasuredStep(
                step < trace.Scores.Length ? trace.Scores[step] : null, flagged.Contains(step), truth.Steps[step]))],
            IsAnswerRight = trace.Labels.IsAnswerRight,
            AnswerDiffers = trace.AnswerDiffers,
            AreProbabilities = trace.Scale is null,
            Score = trace.Aggregate,
            Signals = TraceSignals.Of(trace),
            Groups = ImmutableDictionary<string, string>.Empty
                .Add("language", trace.Labels.Language ?? "unknown").Add("source", trace.Labels.Source ?? "unknown")
                .Add("kind", trace.Labels.Kind ?? "unknown"),
        };
    }
}
