using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Reviewing;

namespace ReasoningLsp.Server.Features.Scores;

/// <summary>In which order, and how much at a time, the steps of a document are scored.</summary>
internal static class ScoringOrder
{
    // A person sees the first scores early, and little is lost where a keystroke comes in between.
    private const int StepsAtOnce = 8;

    /// <summary>Its reviews: the one in which a person writes first.</summary>
    public static ImmutableArray<TraceReview> Of(ReviewedDocument reviewed)
    {
        var written = reviewed.Text.Typing is { } typing ? reviewed.StepAt(typing.Caret)?.Review : null;
        return written is null ? reviewed.Reviews : [written, .. reviewed.Reviews.Where(review => review != written)];
    }

    /// <summary>
    /// Counts of first steps that are scored one after the other, where <paramref name="known"/> are scored: each costs only what
    /// it adds.
    /// </summary>
    public static IEnumerable<int> Stages(Profile profile, int known, int steps)
    {
        if (profile.ScoresStepsInOrder && profile.Reading.Kind != ProfileKind.LogRatio)
        {
            for (var count = known + StepsAtOnce; count < steps; count += StepsAtOnce)
                yield return count;
        }

        if (known < steps)
            yield return steps;
    }
}
