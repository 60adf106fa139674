using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring.Rollouts;
using ReasoningLsp.Server.Presentation;

namespace ReasoningLsp.Server.Features.Examining;

/// <summary>What the models say of a solution, as a page of Markdown.</summary>
internal static class ExaminationText
{
    private const int BarLength = 12;

    /// <summary>In one line.</summary>
    public static string Summary(Examination examination)
    {
        var parts = new List<string>();
        if (examination.Scores?.Aggregate is { } aggregate)
            parts.Add($"all steps {ScoreText.Number(aggregate)}");
        if (examination.Mathematics is { } mathematics && examination.Scores is { } scores)
            parts.Add(
                scores.Steps.Count(step => mathematics.Disagrees(step.Step)) is > 0 and var count
                    ? $"{Plural.Of(count, "step")} scored by the words"
                    : "words and mathematics agree");
        if (examination.Backward is { } backward)
            parts.Add(backward.IsUnrelated ? "may answer another problem" : "answers its problem");
        if (examination.Progress is { } progress)
            parts.Add(Plural.Of(progress.Rollouts, "completion"));
        if (parts.Count == 0)
            parts.Add("nothing was asked");
        if (examination.IsCancelled)
            parts.Add("stopped before the end");
        return $"{char.ToUpperInvariant(parts[0][0])}{string.Join("; ", parts)[1..]}.";
    }

    /// <summary>All of it.</summary>
    /// <param name="examination">What is known.</param>
    /// <param name="showsImages">Whether a curve is an image.</param>
    public static string Markdown(Examination examination, bool showsImages)
    {
        var page = new StringBuilder("# A closer look at the scores\n\n");
        page.Append("Opinions of models; an exact refutation outranks them all.\n");
        if (examination.Scores is { } scores)
            WriteScores(page, examination, scores, showsImages);
        if (examination.Backward is { } backward)
            page.Append("\n## Does it answer its problem?\n\n").Append(MarkdownText.Plain(BackwardText.Of(backward))).Append('\n');
        if (examination.Progress is { } progress)
            WriteProgress(page, progress);
        if (examination.Missing is { } missing)
            page.Append('\n').Append(missing).Append('\n');
        if (examination.IsCancelled)
            page.Append("\nStopped before everything was asked.\n");
        return page.ToString();
    }

    private static void WriteScores(StringBuilder page, Examination examination, TraceScores scores, bool showsImages)
    {
        var steps = examination.Trace.Steps.Length;
        var curve = showsImages ? $"{MarkdownText.Curve(scores, steps, null)}\n\n" : $"`{ScoreCurve.Text(scores, steps, 0)}` ";
        page.Append(CultureInfo.InvariantCulture, $"\n## Step by step: {ScoreText.Meaning(scores.Profile)}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{curve}{MarkdownText.Plain(ScoreText.Model(scores))}\n\n");
        if (AggregateText.Of(scores) is { } together)
            page.Append(CultureInfo.InvariantCulture, $"All steps: {together}.\n\n");
        page.Append("| step | score | mathematics alone | |\n| ---: | --- | --- | --- |\n");
        foreach (var score in scores.Steps)
        {
            var alone = examination.Mathematics?.Of(score.Step);
            var said = examination.Mathematics is { } mathematics && mathematics.Disagrees(score.Step)
                ? MathematicsWords.Of(mathematics, score.Step)!.Split(", so ")[^1]
                : string.Empty;
            var doubted = Doubt.Of(scores, score.Step) ? " doubted" : string.Empty;
            var mathematically = alone is null ? "none" : Scored(alone.Value);
            var step = score.Step + 1;
            page.Append(CultureInfo.InvariantCulture, $"| {step} | {Scored(score.Value)}{doubted} | {mathematically} | {said} |\n");
        }
    }

    private static void WriteProgress(StringBuilder page, ProgressEstimate progress)
    {
        page.Append("\n## Progress: how often ").Append(MarkdownText.Plain(progress.Model)).Append(" reaches ");
        page.Append(MarkdownText.Plain(progress.Reference)).Append(" from there\n\n");
        page.Append("| after | reached | change |\n| ---: | --- | --- |\n");
        foreach (var prefix in progress.Prefixes)
        {
            var step = prefix.Steps - 1;
            var share = !prefix.IsStated ? string.Create(CultureInfo.InvariantCulture, $"{prefix.Reached} of {prefix.Rollouts}")
                : prefix.Reached > 0 ? "its own answer is right"
                : "its own answer is wrong";
            var change = step >= 0 && progress.Progress(step) is { } made
                ? $"{ScoreText.Signed(made)}{(progress.IsClear(step) ? string.Empty : ", which may be chance")}"
                : string.Empty;
            var after = step < 0 ? "the problem" : $"step {step + 1}";
            var reached = prefix.Value is { } value ? $"`{Bar(value)}` {share}" : "not counted";
            page.Append(CultureInfo.InvariantCulture, $"| {after} | {reached} | {change} |\n");
        }

        var missing = progress.IsComplete ? string.Empty : "; not all that were asked for";
        var written = $"{Plural.Of(progress.Rollouts, "completion")}, {Plural.Of(progress.Tokens, "token")} written";
        page.Append('\n').Append(written).Append(missing).Append(".\n");
    }

    private static string Scored(double value) => $"{ScoreText.Number(value)} `{Bar(value)}`";

    private static string Bar(double value) =>
        new string('█', (int)Math.Round(Math.Clamp(value, 0, 1) * BarLength)).PadRight(BarLength, '·');
}
