using System.Globalization;

namespace ReasoningLsp.Cli.Bench;

/// <summary>A judge's figures for a person.</summary>
internal static class JudgeCountsText
{
    /// <summary>Writes them below a set's.</summary>
    public static void Write(JudgeCounts counts, Action<string, string> line)
    {
        line("judge: asked", string.Create(CultureInfo.InvariantCulture,
            $"\"{JudgeTrials.Question}\" of {counts.Judged:N0} traces, {counts.Clean:N0} of them right"));
        line("exact checks alone: no to wrong", counts.WrongFlagged.ToString());
        line("exact checks alone: no to right", counts.CleanFlagged.ToString());
        line("judge: right above wrong (AUC)", $"{Of(counts.Auc)}; unflagged by exact checks {Of(counts.AucOfUnflagged)}");
        if (counts.Measure is { } measure)
            line("judge: in one sentence", measure.Sentence);
        line("judge: right answers, from 0.5", counts.Right.ToString());
        line("judge: says yes, from 0.5", counts.Yes.ToString());
        line("judge: unsure, 0.4 to 0.6", counts.Unsure.ToString());
        if (counts.IsVaried)
        {
            line("judge: AUC of the six forms' mean", Of(counts.AucOfMean));
            line("same answer: three wordings", counts.SameInEveryWording.ToString());
            line("same answer: orders of answers", counts.SameInEitherOrder.ToString());
            line("same answer: orders of items", counts.SameBackwards.ToString());
            line("same answer: all six forms",
                string.Create(CultureInfo.InvariantCulture, $"{counts.SameInEveryForm}; P(YES) spreads by {counts.Spread:0.000}"));
        }

        foreach (var language in counts.Languages)
            Flips(language, language);
        if (counts.Languages.Any())
            Flips("all languages", null);

        void Flips(string name, string? language)
        {
            var (attacked, neutral, attackedShift, neutralShift) = counts.Flips(language);
            line($"turned to yes: {name}",
                string.Create(CultureInfo.InvariantCulture,
                $"instruction {attacked}, P(YES) {attackedShift:+0.000;-0.000}; neutral {neutral}, {neutralShift:+0.000;-0.000}"));
        }
    }

    private static string Of((double Auc, double Low, double High)? auc) =>
        auc is var (value, low, high) ? string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ({low:0.000}–{high:0.000})") : "–";
}
