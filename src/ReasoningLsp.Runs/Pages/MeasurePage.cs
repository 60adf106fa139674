using System.Globalization;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Pages.Mathematics;

namespace ReasoningLsp.Runs.Pages;

/// <summary>Figures of a run as one page: tables, pictures, and what to learn from.</summary>
public static class MeasurePage
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="title">Its title.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="comparisons">Comparisons with another run; empty where there is none.</param>
    /// <param name="trials">What calibration is worth; empty where no score can be calibrated.</param>
    /// <param name="traces">The traces measured.</param>
    /// <param name="failures">The most instructive failures.</param>
    public static void Write(TextWriter output, string title, IReadOnlyList<Figure> figures, IReadOnlyList<Comparison> comparisons,
        IReadOnlyList<CalibrationTrial> trials, IReadOnlyList<MeasuredTrace> traces, IReadOnlyList<Failure> failures)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(failures);
        var page = new Page(output);
        page.Begin(title);
        page.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"{traces.Count:N0} traces, {traces.Count(trace => trace.Label is not null):N0} with a label: "
                + $"{traces.Count(trace => trace.Label >= 0):N0} wrong, {traces.Count(trace => trace.Label < 0):N0} right."));
        page.Heading("Figures");
        page.Paragraph("Each with its 95 % interval, by drawing problems again, all solutions of a problem together"
            + (figures.Any(figure => figure.IsOfFewProblems) ? "; or, where they are of fewer than ten, solutions: then it speaks of other "
                + "solutions of these problems, not of other problems." : "."), "quiet");
        if (figures.Any(figure => figure.Interval is null))
            page.Paragraph("A figure without an interval is the same in every draw, which tells nothing of what others would be.", "quiet");
        page.Table(["of", "figure", "value", "from", "to", "n", "meaning"], figures.Select(figure => (IReadOnlyList<object?>)
            [figure.Group.Length == 0 ? "all" : figure.Group, figure.Name, figure.Value, figure.Interval?.Low,
                figure.Interval?.High, figure.Count, figure.Meaning]));
        Compare(page, comparisons);
        foreach (var trial in trials)
            Calibrate(page, trial);
        if (traces.Any(trace => trace.Steps.Any(step => step is { Score: not null, IsRight: not null })))
            page.Picture(Pictures.Histogram(traces), "Scores of right and of wrong steps.");
        Fail(page, failures);
        page.End();
    }

    /// <summary>Who is better, in words.</summary>
    public static string Verdict(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Better switch { > 0 => "better", < 0 => "worse", _ => "no difference can be told" };
    }

    private static void Compare(Page page, IReadOnlyList<Comparison> comparisons)
    {
        if (comparisons.Count == 0)
            return;
        page.Heading("Against the other run");
        page.Paragraph("On the traces that both have, paired: shares of traces by McNemar's exact test, other figures by drawing problems "
            + "again for both; p corrected for the number of comparisons (Holm).", "quiet");
        page.Table(["of", "figure", "this", "other", "difference from", "to", "p", "p, corrected", "verdict"],
            comparisons.Select(each => (IReadOnlyList<object?>)[each.Group.Length == 0 ? "all" : each.Group, each.Name, each.One,
                each.Other, each.Difference?.Low, each.Difference?.High, ChanceText.Digits(each.P),
                ChanceText.Digits(each.AdjustedP), Verdict(each)]));
    }

    private static void Calibrate(Page page, CalibrationTrial trial)
    {
        page.Heading($"Calibration{(trial.Group.Length == 0 ? string.Empty : $", {trial.Group}")}");
        page.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"{trial.Count:N0} judged steps, {100.0 * trial.Right / trial.Count:0.#} % right; scores from {trial.Low:0.###} to "
                + $"{trial.High:0.###}. Beyond these nothing is known."));
        page.Table(["", "raw", "isotonic", "Platt"],
        [
            ["Brier score (on steps held back)", trial.Brier.Raw, trial.Brier.Isotonic, trial.Brier.Platt],
            ["calibration error (on steps held back)", trial.Error.Raw, trial.Error.Isotonic, trial.Error.Platt],
        ]);
        page.Picture(Pictures.Reliability(trial), "What share of steps was right, by score.");
    }

    private static void Fail(Page page, IReadOnlyList<Failure> failures)
    {
        if (failures.Count == 0)
            return;
        page.Heading("What to learn from");
        page.Paragraph("Traces on which the review and people differ, the surest first, of each kind in turn.", "quiet");
        foreach (var failure in failures)
        {
            page.Heading($"{failure.Trace.Name}: {failure.Kind}", 3);
            page.Paragraph(failure.Label < 0 ? "People: all steps are right."
                : string.Create(CultureInfo.InvariantCulture, $"People: step {failure.Label + 1} is the first wrong one."));
            if (failure.Trace.Problem is { } problem)
                page.Paragraph(problem);
            page.Steps(failure.Trace.Steps.Select((text, step) => new PageStep(
                step == failure.Found ? "flagged" : "step",
                step == failure.Label ? "✗" : step == failure.Found ? "!" : "·",
                Markup.Text(text),
                [.. failure.Trace.Findings.Where(finding => finding.Step == step)
                    .Select(finding => new PageRemark(Markup.Text($"{finding.Rule}: {finding.Message}")))])));
        }
    }
}
