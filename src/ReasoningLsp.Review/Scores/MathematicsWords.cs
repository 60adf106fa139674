namespace ReasoningLsp.Review.Scores;

/// <summary>A step's two scores in words.</summary>
public static class MathematicsWords
{
    /// <summary>Such as <c>mathematics alone 0.83</c>, and whether that is far from the whole; null where the step holds none.</summary>
    public static string? Of(MathematicsScores scores, int step)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Of(step) is not { } score)
            return null;
        var said = scores.Disagrees(step)
            ? score.Difference > 0 ? ", so it is the words that lower the score" : ", so it is the words that raise the score"
                : string.Empty;
        return $"mathematics alone {ScoreText.Number(score.Value)}{said}";
    }
}
