using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scores;

/// <summary>Which steps a profile's scores put in doubt.</summary>
public static class Doubt
{
    /// <summary>Whether the step at <paramref name="index"/> is doubted by its score: too low a correctness, or too large a drop of value.
    /// Before a first step stands the value of the problem alone; where that cannot be read, the first step is held against the threshold
    /// of the published evaluation.</summary>
    public static bool Of(TraceScores scores, int index)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var profile = scores.Profile;
        var value = scores.Steps[index].Value;
        return profile.Signal switch
        {
            ScoreSignal.Correctness => value < profile.Threshold,
            ScoreSignal.Value => Before(scores, index) is { } before ? before - value > profile.Drop : value < profile.Threshold,
            _ => false,
        };
    }

    /// <summary>The value before the step at <paramref name="index"/>, or null where nothing tells it.</summary>
    public static double? Before(TraceScores scores, int index)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return index > 0 ? scores.Steps[index - 1].Value : scores.Start;
    }

    /// <summary>The first step that the rule of published figures points to, or −1: the first below the threshold, where the profile has
    /// one, whatever the signal.</summary>
    public static int FirstAsPublished(TraceScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return scores.Profile.Threshold is { } threshold ? scores.Steps.FirstOrDefault(step => step.Value < threshold)?.Step ?? -1
            : First(scores);
    }

    /// <summary>The first doubted step, or −1.</summary>
    public static int First(TraceScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Enumerable.Range(0, scores.Steps.Length).FirstOrDefault(index => Of(scores, index), -1);
    }
}
