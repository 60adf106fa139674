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
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Round {round.Number}: {Plural.Of(round.Righted.Length, "step")} wrong → right, {round.Broken.Length} right → wrong, {round.OverCorrected.Length} over-corrected, {Plural.Of(round.SideEffects.Length, "side effect")}; items won {round.ItemsWon.Length}, lost {round.ItemsLost.Length}; {round.FlaggedAfter} flagged left{(round.IsKept ? string.Empty : "; taken back")}");
    }
}
