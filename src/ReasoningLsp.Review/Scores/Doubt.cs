using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scores;

/// <summary>Which steps a profile's scores put in doubt.</summary>
public static class Doubt
{
    /// <summary>Whether the step at <paramref name="index"/> is doubted by its score: too low a correctness, or too large a drop of
    /// value.</summary>
    public static bool Of(TraceScores scores, int index)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var profile = scores.Profile;
        var value = scores.Steps[index].Value;
        return profile.Signal switch
        {
            ScoreSignal.Correctness => value < profile.Threshold,
            ScoreSignal.Value => index > 0 && scores.Steps[index - 1].Value - value > profile.Drop,
            _ => false,
        };
    }

    /// <summary>The first doubted step, or −1.</summary>
    public static int First(TraceScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Enumerable.Range(0, scores.Steps.Length).FirstOrDefault(index => Of(scores, index), -1);
    }
}
