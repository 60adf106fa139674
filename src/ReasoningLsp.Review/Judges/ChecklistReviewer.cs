using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Decided;
using ReasoningLsp.Review.Checklists.Exact;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Judges;

/// <summary>Applies checklists to reviewed traces: exact checks first, then a judge where one is configured, then what people decided.
/// Thread-safe.</summary>
/// <param name="judge">The judge, or null.</param>
public sealed class ChecklistReviewer(ChecklistJudge? judge)
{
    /// <summary>The verdicts for a list.</summary>
    /// <exception cref="InferenceException">The judge cannot be asked.</exception>
    public async Task<ChecklistReview> ApplyAsync(TraceReview review, Checklist list, ImmutableArray<ChecklistProblem> problems,
        DecisionLog decisions, ReviewOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(decisions);
        // What a person called wrong fails no item.
        var kept = review with { Findings = [.. review.Findings.Where(finding => !decisions.Dismisses(review.Trace, finding))] };
        var checklist = ExactChecklist.Apply(kept, list, options) with { Problems = problems };
        if (judge is not null)
            checklist = await judge.AnswerAsync(checklist, review.Trace, cancellationToken).ConfigureAwait(false);
        return ItemDecisions.Apply(checklist, review.Trace, decisions);
    }
}
