using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>One of the solutions that are ranked: the existing one, or one that a model wrote.</summary>
/// <param name="Number">0 for the existing solution, from 1 for those that were written.</param>
/// <param name="Review">The solution as it stands in the file or would stand there, reviewed and measured; null where it was
/// dropped.</param>
/// <param name="Edits">What makes the file say it: of its steps and its stated answer alone; none for the existing one.</param>
/// <param name="Answer">Its final answer, or null where none could be read.</param>
public sealed record BestOfCandidate(int Number, TraceReview? Review, ImmutableArray<TextEdit> Edits, string? Answer)
{
    /// <summary>Why it is not ranked, or null.</summary>
    public string? Dropped { get; init; }

    /// <summary>Tokens written for it.</summary>
    public int Tokens { get; init; }

    /// <summary>What it is ranked by, from 0 to 1; null where it could not be measured.</summary>
    public double? Value { get; init; }

    /// <summary>Whether its final answer equals that of the existing solution; null where that cannot be told.</summary>
    public bool? HasAnswerOfOriginal { get; init; }

    /// <summary>Errors and warnings of exact checks, a stated answer that differs from the given reference among them (RR1xx,
    /// RR3xx).</summary>
    public ImmutableArray<Finding> ExactFindings => Review is null ? [] : [.. Review.Findings
        .Where(finding => finding.Severity is Severity.Error or Severity.Warning && finding.Rule.Refutes)];

    /// <summary>Whether an exact check refutes it: then it stands behind all that none refutes.</summary>
    public bool IsRefuted => !ExactFindings.IsEmpty;

    /// <summary>
    /// Whether exact checks decided every step and found all right, and the final answer equals the given reference. Anything
    /// less is not verified, whatever its rank.
    /// </summary>
    public bool IsVerified =>
        !IsRefuted && Review is { Steps.IsEmpty: false } review && review.Steps.All(step => step.State == StepState.Checked)
        && review.Trace.Settings.Answer is { } reference && Answer is not null
            && new AnswerComparer().Compare(reference, Answer, AnswerOptions.Default) == true;

    /// <summary>The measure of <paramref name="review"/>, from 0 to 1.</summary>
    internal static double? Measured(TraceReview review, BestOfMeasure measure) => measure switch
    {
        BestOfMeasure.Checklist => review.Checklist?.PassRate,
        BestOfMeasure.Score => review.Scores?.Rank,
        _ => review.Steps.IsEmpty ? null : (double)review.Count(StepState.Checked) / review.Steps.Length,
    };
}
