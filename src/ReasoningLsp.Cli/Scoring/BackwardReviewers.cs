using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Scoring.Backward;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>Reviewers that add whether a solution answers its own problem. What fails is told once, and the rest goes on. Thread-safe.</summary>
internal sealed class BackwardReviewers(ProgramHost host, BackwardScorer scorer, JudgeModel model)
{
    private int _failures;

    /// <summary>Whether some trace could not be scored.</summary>
    public bool HasFailed => Volatile.Read(ref _failures) > 0;

    /// <summary>The reviewer made by <paramref name="inner"/>, with a backward score.</summary>
    public Func<ReviewOptions, TraceReviewer> Around(Func<ReviewOptions, TraceReviewer> inner) => options =>
    {
        var reviewer = inner(options);
        return (trace, cancellationToken) =>
        {
            var review = reviewer(trace, cancellationToken);
            try
            {
                // A worker's thread waits for the engine's.
                return review with { Backward = scorer.ScoreAsync(model, trace, RequestPriority.Background, cancellationToken).GetAwaiter().GetResult() };
            }
            catch (InferenceException error)
            {
                if (Interlocked.Increment(ref _failures) == 1)
                    host.Error.WriteLine($"No backward score: {error.Message}");
                return review;
            }
        };
    };
}
