using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Server.Presentation;

/// <summary>A reward model's scores as far as they are known: of the first steps of a trace, or of none.</summary>
internal static class StepScores
{
    /// <summary>The score of a step, or null.</summary>
    public static StepScore? Of(TraceReview review, int step) =>
        review.Scores is { } scores && step < scores.Steps.Length ? scores.Steps[step] : null;

    /// <summary>Whether the score puts the step in doubt.</summary>
    public static bool IsDoubted(TraceReview review, int step) =>
        Of(review, step) is { IsPartial: false } && Doubt.Of(review.Scores!, step);

    /// <summary>How many steps are doubted.</summary>
    public static int DoubtedIn(TraceReview review) => review.Steps.Count(step => IsDoubted(review, step.Step));
}
