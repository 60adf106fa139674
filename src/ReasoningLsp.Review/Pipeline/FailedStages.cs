using ReasoningLsp.Inference;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Review.Pipeline;

/// <summary>
/// Remembers what stages failed at: in the review that lacks something, and, where the whole run fails alike, told once.
/// Thread-safe.
/// </summary>
/// <param name="tell">Told once of what lies in no solution.</param>
public sealed class FailedStages(Action<string> tell)
{
    private int _failures;
    private int _told;

    /// <summary>Whether a stage failed for some trace.</summary>
    public bool Any => Volatile.Read(ref _failures) > 0;

    /// <summary>A stage failed: the review with the reason.</summary>
    /// <param name="review">As far as it came.</param>
    /// <param name="what">What is missing, such as "No model scores".</param>
    /// <param name="error">Why.</param>
    public TraceReview Add(TraceReview review, string what, Exception error)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(error);
        Interlocked.Increment(ref _failures);
        var isOfSolution = UnscoredSolution.Is(error);
        var message = $"{what}: {error.Message}";
        if (!isOfSolution && Interlocked.Increment(ref _told) == 1)
            tell(message);
        return review with
        {
            Failures = review.Failures.Add(new StageFailure(message, (error as SolutionTooLongException)?.Step, isOfSolution)
            {
                IsUnavailable = error is InferenceException { Kind: InferenceError.Unavailable },
            }),
        };
    }
}
