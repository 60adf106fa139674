using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>The account of refining, for people and for clients.</summary>
internal static class RefineWords
{
    /// <summary>In one sentence.</summary>
    public static string Summary(RefineResult refined)
    {
        var kept = refined.Rounds.Where(round => round.IsKept).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{Plural.Of(refined.Rounds.Length, "round")}: {Plural.Of(kept.Sum(round => round.Righted.Length), "step")} wrong → right, {kept.Sum(round => round.Broken.Length)} right → wrong, {kept.LastOrDefault()?.FlaggedAfter ?? 0} flagged left. Ended: {refined.Reason}.");
    }

    /// <summary>All of it.</summary>
    public static string Text(RefineResult refined)
    {
        var text = new StringBuilder();
        foreach (var round in refined.Rounds)
        {
            text.Append(RoundText.Of(round)).Append('\n');
            foreach (var correction in round.Applied)
                text.Append("  ").Append(VisibleText.Of(CorrectionWords.TitleOf(correction))).Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"Ended: {refined.Reason}. Improvement slope {refined.ImprovementSlope:0.00}; steps asked {refined.Rounds.Sum(round => round.Asked)}.\n").ToString();
    }

    /// <summary>One round as the protocol's extension tells it.</summary>
    public static RoundInfo Of(RefineRound round) => new(
        round.Number, round.IsKept, [.. round.Applied.Select(correction => new AppliedInfo(UnicodeText.WellFormed(correction.Title), correction.Steps, correction.Proof.Summary))],
        round.Righted, round.Broken, round.OverCorrected, round.SideEffects, round.ItemsWon, round.ItemsLost, round.FlaggedAfter, round.PassRateAfter, round.Asked);
}
