using System.Collections.Immutable;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Explaining;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>A trace's review on its way into a report.</summary>
/// <param name="Source">What its spans point into.</param>
/// <param name="Review">With the findings that are shown.</param>
/// <param name="Keys">A key for each finding, in the same order.</param>
public sealed record ReviewedTrace(SourceText Source, TraceReview Review, ImmutableArray<FindingKey> Keys)
{
    /// <summary>What was read of the step that was asked for, or null.</summary>
    public StepExplanation? Explanation { get; init; }

    /// <summary>Why this record could not be read at all, or why scores or verdicts that were asked for are missing; null where nothing
    /// is.</summary>
    public string? Error => Unread
        ?? (Review.Failures.IsEmpty ? null : string.Join(' ', Review.Failures.Select(failure => failure.Message)));

    /// <summary>Why this record could not be read at all, or null. What could be read in part has findings of RR002 instead.</summary>
    public string? Unread => Review.Unread;
}
