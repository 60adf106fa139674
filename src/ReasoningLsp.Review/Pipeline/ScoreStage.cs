using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Views;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>Adds a reward model's scores. What fails is told, and the exact checks stand.</summary>
/// <param name="scorer">Scores.</param>
/// <param name="model">The model.</param>
/// <param name="failed">Told of what fails.</param>
public sealed class ScoreStage(ITraceScorer scorer, ScoringModel model, FailedStages failed) : ITraceStage
{
    /// <summary>Whether the last step is still being written.</summary>
    public bool PartialLast { get; init; }

    /// <summary>Whether every step is scored a second time by its mathematics alone.</summary>
    public bool Mathematics { get; init; }

    /// <summary>How urgent it is.</summary>
    public RequestPriority Priority { get; init; } = RequestPriority.Background;

    /// <inheritdoc/>
    public async ValueTask<TraceReview> ApplyAsync(TraceReview review, FolderPolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(policy);
        var trace = review.Trace;
        var scored = review;
        if (trace.Steps.IsEmpty)
            return review;
        try
        {
            var scores = PartialLast
                ? await scorer.ScorePartialAsync(model, trace, trace.Steps.Length - 1, trace.Steps[^1].Text.Text.Length, Priority,
                    cancellationToken).ConfigureAwait(false)
                : await scorer.ScoreAsync(model, trace, Priority, cancellationToken).ConfigureAwait(false);
            scored = review.WithScores(scores, policy.Options);
            return Mathematics
                ? scored with
                {
                    MathematicsScores = await MathematicsScorer.ScoreAsync(scorer, model, trace, scores, Priority,
                    cancellationToken).ConfigureAwait(false)
                }
                : scored;
        }
        catch (Exception error) when (error is InferenceException or ProfileException)
        {
            return failed.Add(scored, scored.Scores is null ? "No model scores" : "No scores of the mathematics alone", error);
        }
    }
}
