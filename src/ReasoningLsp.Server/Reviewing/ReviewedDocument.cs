using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Workspace;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>A document at one moment with all that is known of it. Immutable: every feature answers from one of these.</summary>
/// <param name="Text">The text.</param>
/// <param name="Policy">What held for it.</param>
/// <param name="Document">Its traces.</param>
/// <param name="Raw">A review each, with every finding of the checks; what the next review builds on.</param>
/// <param name="Reviews">The same with the findings that people see.</param>
/// <param name="StepsChecked">How many steps were checked for this, and not taken from the document before.</param>
internal sealed record ReviewedDocument(
    TextSnapshot Text,
    FolderPolicy Policy,
    TraceDocument Document,
    ImmutableArray<TraceReview> Raw,
    ImmutableArray<TraceReview> Reviews,
    int StepsChecked)
{
    /// <summary>Every finding that people see, in order.</summary>
    public IEnumerable<Finding> Findings => Reviews.SelectMany(review => review.Findings);

    /// <summary>The trace and step at an offset; a step reaches to the start of the next one.</summary>
    public (TraceReview Review, Step Step)? StepAt(int offset)
    {
        foreach (var review in Reviews)
        {
            foreach (var step in review.Trace.Steps)
            {
                if (step.Span.Start <= offset && offset <= step.Span.End)
                    return (review, step);
            }
        }

        return null;
    }

    /// <summary>The review that a finding belongs to.</summary>
    public TraceReview ReviewOf(Finding finding) => Reviews.First(review => review.Findings.Contains(finding));
}
