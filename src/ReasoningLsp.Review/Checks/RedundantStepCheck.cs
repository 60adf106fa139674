using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR403: a reward model finds that a step adds nothing.</summary>
internal static class RedundantStepCheck
{
    public static Rule Rule => RuleCatalog.RedundantStep;

    public static IEnumerable<Finding> Of(TraceReview review, TraceScores scores, ReviewOptions options)
    {
        foreach (var score in scores.Steps.Where(score => !score.IsPartial && score.Redundancy >= scores.Profile.RedundancyThreshold))
        {
            var redundancy = ScoreText.Number(score.Redundancy!.Value);
            var evidence = Evidence.Of(("redundancy", redundancy),
                ("threshold", ScoreText.Number(scores.Profile.RedundancyThreshold!.Value)), ("model", ScoreText.Model(scores)));
            var message = $"This step probably adds nothing: the reward model gives its redundancy {redundancy}."
                + ScoreText.Unverified(scores.Profile);
            if (DoubtedSteps.On(Rule, review.Trace.Steps[score.Step], options, onlyHints: true, message, evidence) is { } finding)
                yield return finding;
        }
    }
}
