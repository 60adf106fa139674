using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scoring.Backward;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>Adds whether a solution answers its own problem. What fails is told, and the rest stands.</summary>
/// <param name="scorer">Scores.</param>
/// <param name="model">The model.</param>
/// <param name="failed">Told of what fails.</param>
public sealed class BackwardStage(BackwardScorer scorer, JudgeModel model, FailedStages failed) : ITraceStage
{
    /// <inheritdoc/>
    public async ValueTask<TraceReview> ApplyAsync(TraceReview review, FolderPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        try
        {
            return review with
            {
                Backward = await scorer.ScoreAsync(model, review.Trace, RequestPriority.Background, cancellationToken)
                .ConfigureAwait(false)
            };
        }
        catch (InferenceException error)
        {
            return failed.Add(review, "No backward score", error);
        }
    }
}
