using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR402: a reward model finds the right answer much less likely after a step than before it.</summary>
internal static class ScoreDropCheck
{
    public static Rule Rule => RuleCatalog.ScoreDrop;

    public static IEnumerable<Finding> Of(TraceReview review, TraceScores scores, ReviewOptions options) =>
        scores.Profile.Signal != ScoreSignal.Value
            ? []
            : DoubtedSteps.Of(Rule, review.Trace, scores, options, review.IsRefuted, score => Doubt.Before(scores, score.Step) is { } before
                ? "From here the right answer is less likely: the reward model's value falls from "
                    + $"{ScoreText.Number(before)}{(score.Step == 0 ? ", its value of the problem alone," : string.Empty)} to "
                    + $"{ScoreText.Number(score.Value)}."
                : $"After this step the right answer is unlikely: the reward model's value is {ScoreText.Number(score.Value)}, below "
                    + $"{ScoreText.Number(scores.Profile.Threshold!.Value)}.");
}
