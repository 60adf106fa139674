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
        // What did not happen is not worth a word.
        var steps = new List<string> { $"{Plural.Of(round.Righted.Length, "step")} put right" };
        Add(round.Broken.Length, "{0} that was right made wrong");
        Add(round.OverCorrected.Length, "{0} replaced that was right already");
        if (round.SideEffects.Length > 0)
            steps.Add(Plural.Of(round.SideEffects.Length, "side effect"));
        if (round.ItemsWon.Length > 0 || round.ItemsLost.Length > 0)
            steps.Add($"checklist: {round.ItemsWon.Length} won, {round.ItemsLost.Length} lost");
        if (!round.ScoresRisen.IsEmpty || !round.ScoresFallen.IsEmpty)
            steps.Add($"scores: {round.ScoresRisen.Length} risen, {round.ScoresFallen.Length} fallen");
        var why = round.Losses.IsEmpty ? "it won nothing" : string.Join("; ", round.Losses);
        var end = round.IsKept ? string.Empty : $"; taken back: {why}";
        var left = round.FlaggedAfter == 0 ? "nothing flagged is left" : $"{Plural.Of(round.FlaggedAfter, "step")} still flagged";
        return string.Create(CultureInfo.InvariantCulture, $"Round {round.Number}: {string.Join(", ", steps)}; {left}{end}");

        void Add(int count, string what)
        {
            if (count > 0)
                steps.Add(string.Format(CultureInfo.InvariantCulture, what, Plural.Of(count, "step")));
        }
    }
}
