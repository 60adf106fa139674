using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR401: a reward model gives a step too low a probability of being right.</summary>
internal static class LowScoreCheck
{
    public static Rule Rule => RuleCatalog.LowScore;

    public static IEnumerable<Finding> Of(TraceReview review, TraceScores scores, ReviewOptions options) =>
        scores.Profile.Signal == ScoreSignal.Value
            ? []
            : DoubtedSteps.Of(Rule, review.Trace, scores, options, review.IsRefuted,
                score => Message(scores.Profile, score, review.Trace.Settings.Language));

    private static string Message(Profile profile, StepScore score, string? language)
    {
        var value = ScoreText.Number(score.Value);
        return ScoreText.Calibrated(profile, score.Value, language) is { } calibrated
            ? $"This step may be wrong: the reward model gives it {value}; {calibrated}."
            : $"This step may be wrong: the reward model gives it {value}, below {ScoreText.Number(profile.Threshold!.Value)}.";
    }
}
