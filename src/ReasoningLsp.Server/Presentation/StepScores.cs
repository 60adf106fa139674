using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Server.Presentation;

/// <summary>A reward model's scores as far as they are known: of the first steps of a trace, or of none.</summary>
internal static class StepScores
{
    /// <summary>The score of a step, or null.</summary>
    public static StepScore? Of(TraceReview review, int step) =>
        review.Scores is { } scores && step < scores.Steps.Length ? scores.Steps[step] : null;

    /// <summary>Whether the score puts the step in doubt; what exact checks have proven is not doubted.</summary>
    public static bool IsDoubted(TraceReview review, int step) =>
        Of(review, step) is { IsPartial: false } && !review.Steps[step].IsProven && Doubt.Of(review.Scores!, step);

    /// <summary>The state of a step as it is shown: one in which nothing was decided is doubted where its score is low.</summary>
    public static StepState StateOf(TraceReview review, int step)
    {
        var state = review.Steps[step].State;
        return state is StepState.NothingCheckable or StepState.Checked && IsDoubted(review, step) ? StepState.Doubted : state;
    }

    /// <summary>How many steps are shown in a state.</summary>
    public static int Count(TraceReview review, StepState state) => review.Steps.Count(step => StateOf(review, step.Step) == state);
}
