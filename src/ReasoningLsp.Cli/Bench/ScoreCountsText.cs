using System.Globalization;

namespace ReasoningLsp.Cli.Bench;

/// <summary>A reward model's figures for a person.</summary>
internal static class ScoreCountsText
{
    /// <summary>Writes them below a set's.</summary>
    public static void Write(ScoreCounts counts, Action<string, string> line)
    {
        static string Percent(double? value) => value is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share,6:0.00}") : "     –";
        line("scores: first error located", new Proportion(counts.Located, counts.Wrong).ToString());
        line("scores: clean left alone", new Proportion(counts.LeftAlone, counts.Clean).ToString());
        line("scores: F1 (ProcessBench)", Percent(counts.F1));
        line("with exact checks: located", new Proportion(counts.LocatedTogether, counts.Wrong).ToString());
        line("with exact checks: left alone", new Proportion(counts.LeftAloneTogether, counts.Clean).ToString());
        line("with exact checks: F1", Percent(counts.F1Together));
        line("lowest score at the first error", new Proportion(counts.Aggregates.LowestLocated, counts.Aggregates.Wrong).ToString());
        line("largest fall at the first error", new Proportion(counts.Aggregates.FallLocated, counts.Aggregates.Wrong).ToString());
        var ranked = string.Join(", ", counts.Aggregates.Auc.Select(aggregate => string.Create(CultureInfo.InvariantCulture, $"{aggregate.Name} {aggregate.Auc:0.000}")));
        if (ranked.Length > 0)
            line("clean above wrong (AUC)", ranked);
        if (counts.Brier is { } brier)
            line("calibration", string.Create(CultureInfo.InvariantCulture, $"Brier {brier:0.000}, expected error {counts.CalibrationError:0.000} over {counts.Steps:N0} judged steps"));
        foreach (var (steps, scores, right) in counts.Bins.Where(bin => bin.Steps > 0))
            line(string.Create(CultureInfo.InvariantCulture, $"  score around {scores / steps:0.00}"), $"right: {new Proportion(right, steps)}");
    }
}
