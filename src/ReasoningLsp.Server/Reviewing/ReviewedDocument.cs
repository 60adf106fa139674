using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>A document at one moment with all that is known of it. Immutable: every feature answers from one of these.</summary>
/// <param name="Text">The text.</param>
/// <param name="Review">What the stages made of it.</param>
internal sealed record ReviewedDocument(TextSnapshot Text, DocumentReview Review)
{
    /// <summary>
    /// Hundreds of solutions: what an editor keeps of each of them (outline, lenses) costs it time with every key, so it is kept
    /// small.
    /// </summary>
    public bool HasMany => Reviews.Length > 300;

    /// <summary>What was put right since it was opened.</summary>
    public ImmutableArray<MendedValue> Mended { get; init; } = [];

    /// <summary>What held for it.</summary>
    public FolderPolicy Policy => Review.Policy;

    /// <summary>Its traces.</summary>
    public TraceDocument Document => Review.Document;

    /// <summary>A review each, with the findings that people see.</summary>
    public ImmutableArray<TraceReview> Reviews => Review.Reviews;

    /// <summary>How many steps were checked for this, and not taken from the document before.</summary>
    public int StepsChecked => Review.StepsChecked;

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
}
