using System.Globalization;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Bench;

/// <summary>A reward model's figures for a person.</summary>
internal static class ScoreCountsText
{
    /// <summary>Writes them below a set's.</summary>
    public static void Write(ScoreCounts counts, Action<string, string> line)
    {
        static string Percent(double? value) =>
            value is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share,6:0.00}") : "     –";
        if (counts.Model is { } model)
            line("scores: model", $"  {model}");
        line("scores: first error located", new Proportion(counts.Located, counts.Wrong).ToString());
        line("scores: clean left alone", new Proportion(counts.LeftAlone, counts.Clean).ToString());
        line("scores: F1 (ProcessBench)", Percent(counts.F1));
        if (counts.Tuned is var (threshold, set))
            line("scores: F1 as published", $"{Percent(counts.F1Tuned)}  at {ScoreText.Number(threshold)}, which is best on {set}");
        else if (counts.Sweep is not null)
            line("scores: F1 as published", "     –  its threshold is tuned on GSM8K, and no set is named so");
        if (counts.Rule is { } rule)
            line("scores: published rule", $"  {rule}");
        line("with exact checks: located", new Proportion(counts.LocatedTogether, counts.Wrong).ToString());
        line("with exact checks: left alone", new Proportion(counts.LeftAloneTogether, counts.Clean).ToString());
        line("with exact checks: F1", Percent(counts.F1Together));
        line("lowest score at the first error", new Proportion(counts.Aggregates.LowestLocated, counts.Aggregates.Wrong).ToString());
        line("largest fall at the first error", new Proportion(counts.Aggregates.FallLocated, counts.Aggregates.Wrong).ToString());
        if (Orders(counts.Aggregates.Auc) is { Length: > 0 } ranked)
            line("clean above wrong (AUC)", ranked);
        if (counts.Views is { } views)
        {
            line("steps with mathematics, wrong", new Proportion(views.Wrong, views.Steps).ToString());
            line("where the two scores disagree", new Proportion(views.DisagreeingWrong, views.Disagreeing).ToString());
            if (Orders(views.Auc) is { Length: > 0 } order)
                line("right above wrong steps (AUC)", order);
        }

        if (counts.Brier is { } brier)
            line("calibration", string.Create(CultureInfo.InvariantCulture,
                $"Brier {brier:0.000}, expected error {counts.CalibrationError:0.000} over {counts.Steps:N0} judged steps"));
        foreach (var (steps, scores, right) in counts.Bins.Where(bin => bin.Steps > 0))
            line(string.Create(CultureInfo.InvariantCulture, $"  score around {scores / steps:0.00}"),
                $"right: {new Proportion(right, steps)}");
    }

    private static string Orders(IEnumerable<(string Name, double Auc)> ways) =>
        string.Join(", ", ways.Select(way => string.Create(CultureInfo.InvariantCulture, $"{way.Name} {way.Auc:0.000}")));
}
