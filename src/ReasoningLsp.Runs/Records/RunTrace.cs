using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Runs.Records;

/// <summary>A trace as a run keeps it: its text, what was found, what people said.</summary>
public sealed record RunTrace
{
    /// <summary>The input that it is of.</summary>
    public required long Unit { get; init; }

    /// <summary>The file as people see it.</summary>
    public required string File { get; init; }

    /// <summary>Its number in the file, or null where no trace was found.</summary>
    public int? Number { get; init; }

    /// <summary>Its id, or null.</summary>
    public string? Id { get; init; }

    /// <summary>The hash of problem and steps.</summary>
    public string Hash { get; init; } = string.Empty;

    /// <summary>The problem, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>The steps' texts.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>The state of each step: <c>checked</c>, <c>flagged</c> or <c>nothing checkable</c>.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>The final answer, where the trace states it apart.</summary>
    public string? Answer { get; init; }

    /// <summary>The reference answer, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>What people said, as the record has it.</summary>
    public RecordLabels Labels { get; init; } = RecordLabels.None;

    /// <summary>The first step that was flagged, or −1.</summary>
    public int FirstErrorStep { get; init; } = -1;

    /// <summary>What was found.</summary>
    public ImmutableArray<RunFinding> Findings { get; init; } = [];

    /// <summary>A reward model's score of each step, of the run's or, without a profile, such as the record brought; empty where there is
    /// none.</summary>
    public ImmutableArray<double> Scores { get; init; } = [];

    /// <summary>On what scale the scores lie, or null where they are probabilities.</summary>
    public string? Scale { get; init; }

    /// <summary>What share of steps of such a score is right, where that was measured; empty where no step has one.</summary>
    public ImmutableArray<double?> Calibrated { get; init; } = [];

    /// <summary>One score for all, or null.</summary>
    public double? Aggregate { get; init; }

    /// <summary>The profile of the reward model, or null.</summary>
    public string? Profile { get; init; }

    /// <summary>The name of the reward model, or null.</summary>
    public string? Model { get; init; }

    /// <summary>The items of a checklist with their answers; empty where none was asked.</summary>
    public ImmutableArray<RunItem> Items { get; init; } = [];

    /// <summary>A judge's probability of yes for each item of a checklist; empty where none was asked.</summary>
    public ImmutableArray<double> ItemProbabilities { get; init; } = [];

    /// <summary>The share of a checklist's items that were met, or null.</summary>
    public double? PassRate { get; init; }

    /// <summary>Why it could not be read, or what it lacks; or null.</summary>
    public string? Error { get; init; }

    /// <summary>The whole line.</summary>
    public string Line { get; init; } = string.Empty;

    /// <summary>What people know it by: its id, else its file and number.</summary>
    public string Name => NameOf(Id, File, Number);

    /// <summary>The first step that an exact check refuted, or −1.</summary>
    public int FirstRefuted =>
        Findings.Where(finding => finding.Refutes && finding.Rule != "RR390").Select(finding => finding.Step!.Value).DefaultIfEmpty(-1)
            .Min();

    /// <summary>Whether the final answer was found to differ from the reference; null where one of the two is not stated.</summary>
    public bool? AnswerDiffers => Reference is null ? null
        : Findings.Any(finding => finding.Rule == "RR390") ? true
        : Answer is not null || Steps.Any(step => AnswerExtractor.Stated(step).Count > 0) ? false : null;

    /// <summary>Whether the final answer is right, as the record says or as a comparison with the reference shows; else null.</summary>
    public bool? IsAnswerRight => Labels.IsAnswerRight ?? !AnswerDiffers;

    /// <summary>What people know a trace by: its id, else its file and number.</summary>
    public static string NameOf(string? id, string file, int? number) => id ?? (number is > 0 ? $"{file}#{number}" : file);

    /// <summary>What marks and notes know it by.</summary>
    public SolutionName Solution => SolutionName.Of(Problem, Steps, Id, Number, File);

    /// <summary>What people said of it beside what they dismissed.</summary>
    public PersonWords WordsOf(DecisionLog decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return decisions.Of(() => Solution,
            Findings.Select(finding => (SubjectOf(finding), finding.Step)));
    }

    /// <summary>The trace without what people called wrong.</summary>
    public RunTrace Without(DecisionLog decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var kept = Findings.RemoveAll(finding =>
            decisions.OnFinding(SubjectOf(finding)) is { Kind: DecisionKind.WrongFinding });
        return kept.Length == Findings.Length ? this : this with
        {
            Findings = kept,
            States = [.. States.Select((state, step) => state == "flagged" && !kept.Any(finding => finding.Flags && finding.Step == step)
                ? "dismissed" : state)],
        };
    }

    /// <summary>What a person says of a finding.</summary>
    public Decision Says(RunFinding finding, DecisionKind kind, string reason, DateTimeOffset when, string? who)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new Decision(kind, finding.Rule, HashOf(finding), reason, when, who) { File = File, Statement = finding.Message };
    }

    /// <summary>What a decision on a finding knows it by.</summary>
    public DecisionSubject SubjectOf(RunFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return DecisionSubject.Of(finding.Rule, HashOf(finding), finding.Message);
    }

    /// <summary>What a decision on a finding names its text by.</summary>
    public string HashOf(RunFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Step is { } step && step < Steps.Length ? StepHash.Of(Steps[step]) : StepHash.OfSolution(Problem, Steps);
    }
}
