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
        return string.Create(CultureInfo.InvariantCulture, $"{Rounds(refined.Rounds.Length)}: {Steps(kept.Sum(round => round.Righted.Length))} wrong → right, {kept.Sum(round => round.Broken.Length)} right → wrong, {kept.LastOrDefault()?.FlaggedAfter ?? 0} flagged left. Ended: {refined.Reason}.");
    }

    /// <summary>One round.</summary>
    public static string Line(RefineRound round) => string.Create(
        CultureInfo.InvariantCulture,
        $"Round {round.Number}: {Steps(round.Righted.Length)} wrong → right, {round.Broken.Length} right → wrong, {round.OverCorrected.Length} over-corrected, {round.SideEffects.Length} side effects; items won {round.ItemsWon.Length}, lost {round.ItemsLost.Length}; {round.FlaggedAfter} flagged left{(round.IsKept ? string.Empty : "; taken back")}");

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

    private static string Rounds(int count) => count == 1 ? "1 round" : string.Create(CultureInfo.InvariantCulture, $"{count} rounds");

    private static string Steps(int count) => count == 1 ? "1 step" : string.Create(CultureInfo.InvariantCulture, $"{count} steps");
}
