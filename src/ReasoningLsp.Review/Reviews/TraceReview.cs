using System.Collections.Immutable;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Programs;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reviews;

/// <summary>All that is known of one trace.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Steps">One entry a step, in order.</param>
/// <param name="Findings">Unsuppressed findings in order of their place.</param>
public sealed record TraceReview(Trace Trace, ImmutableArray<StepReview> Steps, ImmutableArray<Finding> Findings)
{
    /// <summary>What the next review of the edited trace may reuse.</summary>
    internal ReviewSnapshot? Snapshot { get; init; }

    /// <summary>How many steps were checked for this review and not taken from the one before.</summary>
    public int StepsChecked => Snapshot?.StepsChecked ?? Steps.Length;

    /// <summary>A reward model's scores, where one was asked.</summary>
    public TraceScores? Scores { get; init; }

    /// <summary>The scores of the mathematics alone, where they were asked for.</summary>
    public MathematicsScores? MathematicsScores { get; init; }

    /// <summary>Whether the solution answers its own problem, where that was asked for.</summary>
    public BackwardScore? Backward { get; init; }

    /// <summary>A checklist's verdicts, where one was applied.</summary>
    public ChecklistReview? Checklist { get; init; }

    /// <summary>What came of running its programs, where that is switched on.</summary>
    public ImmutableArray<ProgramOutcome> Programs { get; init; } = [];

    /// <summary>What was found and is not shown, because people said so.</summary>
    public ImmutableArray<SetAside> SetAside { get; init; } = [];

    /// <summary>What people said beside: a mark, notes, findings that they confirmed.</summary>
    public PersonWords People { get; init; } = PersonWords.None;

    /// <summary>What scores or checklist lack, and why.</summary>
    public ImmutableArray<StageFailure> Failures { get; init; } = [];

    /// <summary>Why the record could not be read at all, or null. What could be read in part has findings of RR002 instead.</summary>
    public string? Unread => Trace.Steps.IsEmpty && !Trace.Errors.IsEmpty ? Trace.Errors[0].Message : null;

    /// <summary>Errors and warnings that speak of the solution as a whole and of no step.</summary>
    public IEnumerable<Finding> OfWhole =>
        Findings.Where(finding => finding.Step is null && finding.Severity is Severity.Error or Severity.Warning);

    /// <summary>Number of steps in this state.</summary>
    public int Count(StepState state) => Steps.Count(step => step.State == state);

    /// <summary>Number of steps in which at least one relation was decided: proven or refuted.</summary>
    public int Decided => Steps.Count(
        step => step.Relations.Any(relation => relation.Verdict is RelationVerdict.Proven or RelationVerdict.Refuted));

    /// <summary>
    /// The first step with an error or warning of RR1xx, RR3xx or RR4xx (RR390 excepted: it knows only that
    /// the end is wrong, not where), or -1.
    /// </summary>
    public int FirstErrorStep => Findings
        .Where(finding => finding.Flags && finding.Rule is { Locates: true, Refutes: true } or { Family: RuleFamily.RewardModel })
        .Select(finding => finding.Step!.Value)
        .DefaultIfEmpty(-1)
        .Min();

    /// <summary>Whether an exact check found the step wrong.</summary>
    public bool IsRefuted(int step) => Findings.Any(finding => finding.Step == step && finding.Refutes);
}
