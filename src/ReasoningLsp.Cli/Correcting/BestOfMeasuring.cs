using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Cli.Correcting;

/// <summary>Adds to the review of a solution what it is ranked by.</summary>
internal static class BestOfMeasuring
{
    /// <summary>What measures.</summary>
    /// <param name="measure">By what.</param>
    /// <param name="engine">Computes.</param>
    /// <param name="scoring">The reward model; not null where it ranks.</param>
    /// <param name="checklist">Applies the checklist; not null where it ranks.</param>
    public static Func<TraceReview, CancellationToken, Task<TraceReview>> Of(
        BestOfMeasure measure, IInferenceEngine engine, ScoringModel? scoring,
        Func<TraceReview, CancellationToken, Task<ChecklistReview?>>? checklist)
    {
        var scorer = new TraceScorer(engine);
        return measure switch
        {
            BestOfMeasure.Checklist =>
                async (review, token) => review with { Checklist = await checklist!(review, token).ConfigureAwait(false) },
            BestOfMeasure.Score => async (review,
                token) => review with
                {
                    Scores = await scorer.ScoreAsync(scoring!, review.Trace, RequestPriority.Interactive, token)
                .ConfigureAwait(false)
                },
            _ => (review, _) => Task.FromResult(review),
        };
    }
}
