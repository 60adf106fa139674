using System.Globalization;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Models;

/// <summary>On which rule published figures rest, in words.</summary>
public static class PublishedRuleText
{
    /// <summary>Such as <c>first step below 0.50</c>; null where the profile finds no first wrong step.</summary>
    public static string? Of(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var votes = profile.Reading.Critique is { Votes: > 1 and var count }
            ? string.Create(CultureInfo.InvariantCulture, $"mean of {count} votes, ") : string.Empty;
        return profile switch
        {
            { Reading.Whole: true } => null,
            { Published: PublishedRule.Tuned } => $"{votes}first step below the threshold that is best on GSM8K",
            { Threshold: { } threshold } => $"{votes}first step below {ScoreText.Number(threshold)}",
            { Drop: { } drop } => $"{votes}first step that lowers the value by more than {ScoreText.Number(drop)}",
            _ => null,
        };
    }

    /// <summary>The same of a model, with what else its figure rests on.</summary>
    public static string? Of(KnownModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Of(model.Reads) is { } rule && model.Rule is { } more ? $"{rule}; {more}" : Of(model.Reads);
    }
}
