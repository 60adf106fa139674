using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Where a solution stands: what checks, a reward model, a checklist and the reference answer say of it.</summary>
/// <param name="Review">What exact checks say.</param>
/// <param name="Scores">What a reward model says, where one was asked.</param>
/// <param name="Checklist">What a checklist says, where one was applied.</param>
internal sealed record Standing(TraceReview Review, TraceScores? Scores, ChecklistReview? Checklist)
{
    /// <summary>The trace.</summary>
    public Trace Trace => Review.Trace;

    /// <summary>Its final answer, or null where none can be read.</summary>
    public string? Answer { get; } = WrittenSolution.AnswerOf(Review.Trace);

    /// <summary>Whether its final answer equals the given reference; null where there is none or that cannot be told.</summary>
    public bool? HasReferenceAnswer => Trace.Settings.Answer is { } reference && Answer is { } answer
        ? new AnswerComparer().Compare(reference, answer, AnswerOptions.Default)
        : null;

    /// <summary>Steps that exact checks find wrong, the one that ends in another answer than the reference among them.</summary>
    public ImmutableHashSet<int> Flagged { get; } = [.. Review.Findings.Where(finding => finding.Refutes)
        .Select(finding => finding.Step!.Value)];

    /// <summary>Items answered no. Whether the answer is the reference is left out: it would tell a writer what to end with.</summary>
    public ImmutableArray<ItemVerdict> Unmet => Checklist is null ? [] : [.. Checklist.Verdicts.Where(verdict =>
        verdict.Answer == ItemAnswer.No && verdict is not { Source: VerdictSource.Check, By: "answer-matches-reference" })];

    /// <summary>The first step that the scores put in doubt; null where there is none, or where they are only ever hints.</summary>
    public int? Doubted => Scores is { Profile.HintsOnly: false } && Doubt.First(Scores) is >= 0 and var first ? first : null;

    /// <summary>Steps that something asks to change, in order; an item that points to no step asks it of the last.</summary>
    public ImmutableArray<int> Targets
    {
        get
        {
            var blamed = Review.Findings.Where(IsBlame).Select(finding => finding.Step!.Value);
            var unmet = Trace.Steps.IsEmpty ? [] : Unmet.Select(verdict => verdict.Step ?? Trace.Steps.Length - 1);
            ImmutableArray<int> doubted = Doubted is { } first ? [first] : [];
            return [.. blamed.Concat(unmet).Concat(doubted).Distinct().Order()];
        }
    }

    /// <summary>Whether exact checks decided something in the step, right or wrong.</summary>
    public bool Decides(int step) =>
        Review.Steps[step].Relations.Any(relation => relation.Verdict is RelationVerdict.Proven or RelationVerdict.Refuted);

    /// <summary>Whether exact checks decided something in the step and found nothing wrong.</summary>
    public bool IsChecked(int step) => Review.Steps[step].State == StepState.Checked;

    /// <summary>Whether the scores put the step in doubt; false where they do not say.</summary>
    public bool IsDoubted(int step) => Scores is not null && step < Scores.Steps.Length && Doubt.Of(Scores, step);

    /// <summary>The step's score.</summary>
    public double? ScoreOf(int step) => Scores?.Steps.FirstOrDefault(score => score.Step == step)?.Value;

    /// <summary>Whether a finding says that its very step is wrong; that the end is wrong says nothing of where it went wrong.</summary>
    public static bool IsBlame(Finding finding) => finding.Refutes && finding.Rule.Locates;
}
