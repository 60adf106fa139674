using ReasoningLsp.Review.Checks;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Running;

/// <summary>Joins exact checks and scores.</summary>
public static class ScoredReview
{
    /// <summary>The review with scores and what they say; an exact refutation keeps its rank whatever the score.</summary>
    public static TraceReview WithScores(this TraceReview review, TraceScores scores, ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.WithFindings([
            .. review.Findings,
            .. LowScoreCheck.Of(review, scores, options),
            .. ScoreDropCheck.Of(review, scores, options),
            .. RedundantStepCheck.Of(review, scores, options)]) with
        { Scores = scores };
    }
}
