using System.Globalization;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Corrections;

/// <summary>The account of a round of refining in words.</summary>
public static class RoundText
{
    /// <summary>One round in one line.</summary>
    public static string Of(RefineRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var changes = $"{Plural.Of(round.Righted.Length, "step")} wrong → right, {round.Broken.Length} right → wrong";
        var aside = $"{round.OverCorrected.Length} over-corrected, {Plural.Of(round.SideEffects.Length, "side effect")}";
        var items = $"items won {round.ItemsWon.Length}, lost {round.ItemsLost.Length}";
        var hasScores = !round.ScoresRisen.IsEmpty || !round.ScoresFallen.IsEmpty;
        var scores = hasScores ? $"; scores risen {round.ScoresRisen.Length}, fallen {round.ScoresFallen.Length}" : string.Empty;
        var why = round.Losses.IsEmpty ? "it won nothing" : string.Join("; ", round.Losses);
        var end = round.IsKept ? string.Empty : $"; taken back: {why}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Round {round.Number}: {changes}, {aside}; {items}{scores}; {round.FlaggedAfter} flagged left{end}");
    }
}
