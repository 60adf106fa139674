using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Views;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>Reviewers that add a reward model's scores to the exact checks. What fails is told once, and the exact checks go on. Thread-safe.</summary>
internal sealed class ScoredReviewers(ProgramHost host, ITraceScorer scorer, ScoringModel model, SignalChoice signals)
{
    private int _failures;

    /// <summary>Whether some trace could not be scored.</summary>
    public bool HasFailed => Volatile.Read(ref _failures) > 0;

    /// <summary>The reviewer made by <paramref name="exact"/>, with scores.</summary>
    public Func<ReviewOptions, TraceReviewer> Around(Func<ReviewOptions, TraceReviewer> exact) => options =>
    {
        var reviewer = exact(options);
        return (trace, cancellationToken) =>
        {
            var review = reviewer(trace, cancellationToken);
            if (trace.Steps.IsEmpty)
                return review;
            try
            {
                // A worker's thread waits for the engine's.
                return ScoreAsync(review, options, cancellationToken).GetAwaiter().GetResult();
            }
            catch (Exception error) when (error is InferenceException or ProfileException)
            {
                if (Interlocked.Increment(ref _failures) == 1)
                    host.Error.WriteLine($"No model scores: {error.Message}");
                return review;
            }
        };
    };

    private async Task<TraceReview> ScoreAsync(TraceReview review, ReviewOptions options, CancellationToken cancellationToken)
    {
        var trace = review.Trace;
        var scores = signals.PartialLast
            ? await scorer.ScorePartialAsync(model, trace, trace.Steps.Length - 1, trace.Steps[^1].Text.Text.Length, RequestPriority.Background, cancellationToken).ConfigureAwait(false)
            : await scorer.ScoreAsync(model, trace, RequestPriority.Background, cancellationToken).ConfigureAwait(false);
        var scored = review.WithScores(scores, options);
        return signals.Mathematics
            ? scored with { MathematicsScores = await MathematicsScorer.ScoreAsync(scorer, model, trace, scores, RequestPriority.Background, cancellationToken).ConfigureAwait(false) }
            : scored;
    }
}
