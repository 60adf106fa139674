namespace ReasoningLsp.Review.Scores;

/// <summary>A backward score in words.</summary>
public static class BackwardText
{
    /// <summary>The number with what it means, and the model.</summary>
    public static string Of(BackwardScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.IsUnrelated
            ? $"{ScoreText.Signed(score.Gain)}: this solution makes the problem no likelier, so it may answer another one "
                + $"({score.Model}'s opinion)"
            : $"{ScoreText.Signed(score.Gain)} nats a token: so much likelier is the problem with this solution than without "
                + $"({score.Model}'s opinion)";
    }
}
