using System.Globalization;

namespace ReasoningLsp.Review.Scores;

/// <summary>A trace's scores as one, in words.</summary>
public static class AggregateText
{
    /// <summary>The profile's aggregate with Clip and Delta beside it, or null without finished steps.</summary>
    public static string? Of(TraceScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Aggregate is not { } aggregate)
            return null;
        if (scores.Whole is not null)
            return $"{ScoreText.Number(aggregate)} (read as a whole)";
        var credit = ClipDelta.Of(scores);
        var text = $"{ScoreText.Number(aggregate)} ({scores.Profile.Aggregation.ToString().ToLowerInvariant()})";
        if (credit.Clip is { } clip)
            text += $"; clip {ScoreText.Signed(clip)}, lost below {ScoreText.Number(scores.Profile.Threshold!.Value)}, which padding "
                + $"cannot raise";
        if (credit.LargestFall is var (step, fall))
            text += string.Create(CultureInfo.InvariantCulture, $"; largest fall {ScoreText.Number(fall)}, into step {step + 1}");
        return text;
    }
}
