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
        return string.Create(CultureInfo.InvariantCulture, $"{Plural(refined.Rounds.Length, "round")}: {Plural(kept.Sum(round => round.Righted.Length), "step")} wrong → right, {kept.Sum(round => round.Broken.Length)} right → wrong, {kept.LastOrDefault()?.FlaggedAfter ?? 0} flagged left. Ended: {refined.Reason}.");
    }

    /// <summary>One round.</summary>
    public static string Line(RefineRound round) => string.Create(
        CultureInfo.InvariantCulture,
        $"Round {round.Number}: {Plural(round.Righted.Length, "step")} wrong → right, {round.Broken.Length} right → wrong, {round.OverCorrected.Length} over-corrected, {Plural(round.SideEffects.Length, "side effect")}; items won {round.ItemsWon.Length}, lost {round.ItemsLost.Length}; {round.FlaggedAfter} flagged left{(round.IsKept ? string.Empty : "; taken back")}");

    /// <summary>All of it.</summary>
    public static string Text(RefineResult refined)
    {
        var text = new StringBuilder();
        foreach (var round in refined.Rounds)
        {
            text.Append(Line(round)).Append('\n');
            foreach (var correction in round.Applied)
                text.Append("  ").Append(VisibleText.Of(CorrectionWords.TitleOf(correction))).Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"Ended: {refined.Reason}. Improvement slope {refined.ImprovementSlope:0.00}; steps asked {refined.Rounds.Sum(round => round.Asked)}.\n").ToString();
    }

    /// <summary>One round as the protocol's extension tells it.</summary>
    public static RoundInfo Of(RefineRound round) => new(
        round.Number, round.IsKept, [.. round.Applied.Select(correction => new AppliedInfo(UnicodeText.WellFormed(correction.Title), correction.Steps, correction.Proof.Summary))],
        round.Righted, round.Broken, round.OverCorrected, round.SideEffects, round.ItemsWon, round.ItemsLost, round.FlaggedAfter, round.PassRateAfter, round.Asked);

    private static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");
}
