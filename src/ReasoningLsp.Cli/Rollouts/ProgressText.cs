using System.Globalization;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring.Rollouts;

namespace ReasoningLsp.Cli.Rollouts;

/// <summary>An estimate of progress for a person.</summary>
internal static class ProgressText
{
    /// <summary>Writes it: the value before the first step, then each step's change.</summary>
    public static void Write(TextWriter output, Palette palette, string place, ProgressEstimate estimate)
    {
        output.WriteLine($"{palette.Bold(VisibleText.Of(place))}: progress: change, by each step, of how often "
            + $"{VisibleText.Of(estimate.Model)} reaches {VisibleText.Of(estimate.Reference)} from there");
        foreach (var prefix in estimate.Prefixes)
        {
            var step = prefix.Steps - 1;
            var name = step < 0 ? "start" : string.Create(CultureInfo.InvariantCulture, $"step {step + 1}");
            output.WriteLine(($"{palette.Dim($"{name,8} │")} {Value(prefix)} {ScoreBars.Bar(prefix.Value ?? 0)} "
                + $"{Notes(estimate, prefix, step)}").TrimEnd());
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Plural.Of(estimate.Rollouts, "completion")}, {Plural.Of(estimate.Tokens, "token")} "
                + $"written{(estimate.IsComplete ? string.Empty : "; not all that were asked for")}"));
    }

    private static string Value(PrefixValue prefix) => prefix.Value is { } value ? $"{ScoreText.Number(value),5}" : "    –";

    private static string Notes(ProgressEstimate estimate, PrefixValue prefix, int step)
    {
        if (prefix.Value is null)
            return "no completion yet";
        var share = prefix.IsStated
            ? prefix.Reached > 0 ? "its own answer is right" : "its own answer is wrong"
            : string.Create(CultureInfo.InvariantCulture,
                $"{prefix.Reached} of {prefix.Rollouts}, {ScoreText.Number(prefix.Interval.Low)}–{ScoreText.Number(prefix.Interval.High)}");
        if (step < 0 || estimate.Progress(step) is not { } progress)
            return share;
        return $"{ScoreText.Signed(progress)}{(estimate.IsClear(step) ? string.Empty : ", which may be chance")}; {share}";
    }
}
