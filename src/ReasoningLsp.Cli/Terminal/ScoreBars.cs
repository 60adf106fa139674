using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>A trace's scores, a bar a step.</summary>
internal static class ScoreBars
{
    private const int Width = 20;
    private const string Eighths = " ▏▎▍▌▋▊▉";

    /// <summary>Writes them, with what they mean and where the exact checks disagree.</summary>
    public static void Write(TextWriter output, Palette palette, ReviewedTrace trace, TraceScores scores)
    {
        var line = trace.Source.PositionOf(trace.Review.Trace.Span.Start).Line + 1;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{palette.Bold(VisibleText.Of($"{trace.Source.File}:{line}"))}: scores: {ScoreText.Meaning(scores.Profile)}"));
        output.WriteLine($"       {palette.Dim($"model  {VisibleText.Of(ScoreText.Model(scores))}")}");
        foreach (var score in scores.Steps)
        {
            var doubted = !score.IsPartial && Doubt.Of(scores, score.Step);
            var bar = Bar(score.Value);
            var faded = Fading.Of(trace.Review, score.Step);
            var painted = faded ? palette.Dim(bar)
                : doubted ? palette.Severity(Severity.Warning, bar) : palette.Severity(Severity.Hint, bar);
            var notes = Notes(trace, scores, score, doubted);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{palette.Dim($"{$"step {score.Step + 1}",8} │")} {ScoreText.Number(score.Value),5} "
                    + $"{painted}{(notes.Length > 0 ? " " + notes : string.Empty)}").TrimEnd());
        }

        if (AggregateText.Of(scores) is { } together)
            output.WriteLine($"{palette.Dim($"{"all",8} │")} {together}");
        output.WriteLine();
    }

    /// <summary>A bar in eighths of a character.</summary>
    public static string Bar(double value)
    {
        var eighths = (int)Math.Round(Math.Clamp(value, 0, 1) * Width * 8);
        var whole = new string('█', eighths / 8);
        var rest = eighths % 8 > 0 ? Eighths[eighths % 8].ToString() : string.Empty;
        return (whole + rest).PadRight(Width);
    }

    private static string Notes(ReviewedTrace trace, TraceScores scores, StepScore score, bool doubted)
    {
        var notes = new List<string>();
        if (doubted)
            notes.Add("doubted");
        if (ScoreText.Calibrated(scores.Profile, score.Value, trace.Review.Trace.Settings.Language) is { } calibrated)
            notes.Add(calibrated);
        if (!doubted && trace.Review.IsRefuted(score.Step))
            notes.Add("but an exact check refutes it, and that counts");
        if (Fading.Of(trace.Review, score.Step))
            notes.Add("faded, because it adds nothing");
        if (score.IsPartial)
            notes.Add("so far; the step is still being written");
        if (trace.Review.MathematicsScores is { } mathematics && MathematicsWords.Of(mathematics, score.Step) is { } words)
            notes.Add(words);
        if (score.IsWindowed)
            notes.Add("read without the earliest steps");
        return string.Join("; ", notes);
    }
}
