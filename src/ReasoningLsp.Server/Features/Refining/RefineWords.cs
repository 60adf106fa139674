using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Features.Corrections;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Refining;

/// <summary>The account of refining, for people and for clients.</summary>
internal static class RefineWords
{
    /// <summary>What is told where a person had enough.</summary>
    public static RefineAccount Cancelled { get; } = new(
        "it was cancelled", [], 0, 0, 0, 0, Applied: false, Cancelled: true, "Cancelled; nothing was changed.", string.Empty);

    /// <summary>The account as the protocol's extension tells it.</summary>
    public static RefineAccount Account(RefineResult refined, bool isApplied) => new(
        refined.Reason, [.. refined.Rounds.Select(Of)], refined.CorrectionRate, refined.CorrectionSuccess, refined.ImprovementSlope, Asked(
            refined),
        isApplied, Cancelled: false, Summary(refined), Text(refined));

    /// <summary>In one sentence.</summary>
    public static string Summary(RefineResult refined)
    {
        var kept = refined.Rounds.Where(round => round.IsKept).ToList();
        var rounds = Plural.Of(refined.Rounds.Length, "round");
        var righted = Plural.Of(kept.Sum(round => round.Righted.Length), "step");
        var broken = kept.Sum(round => round.Broken.Length) is > 0 and var count
            ? $", {Plural.Of(count, "step")} made wrong" : string.Empty;
        var left = refined.Flagged == 0 ? "nothing flagged is left" : $"{Plural.Of(refined.Flagged, "step")} still flagged";
        return string.Create(
            CultureInfo.InvariantCulture, $"{righted} put right{broken} in {rounds}; {left}. Ended: {refined.Reason}.");
    }

    private static string Text(RefineResult refined)
    {
        var text = new StringBuilder();
        foreach (var round in refined.Rounds)
        {
            text.Append(RoundText.Of(round)).Append('\n');
            foreach (var correction in round.Applied)
                text.Append("  ").Append(VisibleText.Of(CorrectionWords.TitleOf(correction))).Append('\n');
            foreach (var correction in round.NotApplied)
                text.Append("  Not applied: ").Append(VisibleText.Of(CorrectionWords.TitleOf(correction))).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"Ended: {refined.Reason}. Improvement slope {refined.ImprovementSlope:0.00}; ");
        return text.Append(CultureInfo.InvariantCulture, $"steps asked {Asked(refined)}.\n").ToString();
    }

    private static RoundInfo Of(RefineRound round) => new(
        round.Number, round.IsKept,
        [.. round.Applied.Select(Of)],
        round.Righted, round.Broken, round.OverCorrected, round.SideEffects, round.ItemsWon, round.ItemsLost,
        round.FlaggedAfter, round.PassRateAfter, round.Asked);

    private static AppliedInfo Of(Correction made) =>
        new(UnicodeText.WellFormed(made.Title), made.Steps, UnicodeText.WellFormed(made.Proof.Summary));

    private static int Asked(RefineResult refined) => refined.Rounds.Sum(round => round.Asked);
}
