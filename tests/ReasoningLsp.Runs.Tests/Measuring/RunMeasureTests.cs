using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Statistics;
using ReasoningLsp.Runs.Tests.Support;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Measuring;

/// <summary>The figures of a run are those that the statistics give for its labels and predictions.</summary>
public sealed class RunMeasureTests
{
    // 200 problems with two solutions each; the review finds half of the errors and errs on one right solution in ten.
    private static readonly RunTrace[] s_traces =
    [
        .. Enumerable.Range(0, 400).Select(at =>
        {
            var label = at % 4 == 0 ? 1 : -1;
            var isFlagged = label >= 0 ? at % 8 == 0 : at % 10 == 1;
            return Kept.Of(at, $"problem {at / 2}", ["a", "b", "c"], label, isFlagged ? [Kept.Error(1)] : [])
                .WithScores(0.9, label >= 0 ? 0.2 + (at % 5 * 0.1) : 0.5 + (at % 5 * 0.1), 0.6).WithAnswer(label < 0);
        }),
    ];

    [Fact]
    public void Figures_are_those_of_the_statistics()
    {
        var measured = s_traces.Select(trace => MeasuredTrace.Of(trace, LabelSource.Records)).ToList();
        var figures = new RunMeasure(200).Figures(measured, "source", TestContext.Current.CancellationToken);
        var all = figures.Where(figure => figure.Group.Length == 0).ToDictionary(figure => figure.Name);
        var f1 = ProcessBenchFigure.Of(s_traces.Select(trace => (trace.Labels.FirstWrongStep!.Value, (int?)trace.FirstErrorStep)));
        Assert.Equal(f1.F1!.Value, all["F1 (ProcessBench), review"].Value, 1e-12);
        Assert.Equal(f1.AccuracyWrong!.Value, all["first error located, review"].Value, 1e-12);
        Assert.Equal(f1.AccuracyRight!.Value, all["left alone, review"].Value, 1e-12);
        var verdicts = s_traces.Select(trace => (trace.Labels.FirstWrongStep < 0, trace.FirstErrorStep < 0)).ToList();
        Assert.Equal(Agreement.Matthews(verdicts), all["MCC of verdicts"].Value, 1e-12);
        Assert.Equal(
            Agreement.Kappa([.. verdicts.Select(each => each.Item1 ? 1 : 0)], [.. verdicts.Select(each => each.Item2 ? 1 : 0)])!.Value,
            all["κ with people"].Value, 1e-12);
        ScoredLabel[] steps = [.. measured.SelectMany(trace => trace.Steps).Where(step => step.IsRight is not null)
            .Select(step => new ScoredLabel(step.Score!.Value, step.IsRight!.Value))];
        Assert.Equal(Ranking.Auc(steps)!.Value, all["AUC of steps"].Value, 1e-12);
        Assert.Equal(CalibrationFigures.Brier(steps)!.Value, all["Brier score of steps"].Value, 1e-12);
        Assert.Equal(CalibrationFigures.ExpectedError(steps)!.Value, all["calibration error of steps"].Value, 1e-12);
        var prm = PrmScore.Of([.. measured.SelectMany(trace => trace.Steps).Where(step => step.IsRight is not null)
            .Select(step => (step.IsRight!.Value, !step.IsFlagged))]);
        Assert.Equal(prm.Value, all["PRMScore"].Value, 1e-12);
        Assert.Equal(all["PRMScore"].Value, figures.Single(figure => figure is { Group: "source = s", Name: "PRMScore" }).Value);
        Assert.All(figures, figure => Assert.InRange(figure.Value, figure.Interval.Low - 1e-9, figure.Interval.High + 1e-9));
    }

    [Fact]
    public void Best_of_several_goes_by_problem()
    {
        RunTrace[] traces =
        [
            Kept.Of(0, "p", ["a"]).WithScores(0.9).WithAnswer(true), Kept.Of(1, "p", ["b"]).WithScores(0.2).WithAnswer(false),
            Kept.Of(2, "q", ["a"]).WithScores(0.3).WithAnswer(true), Kept.Of(3, "q", ["b"]).WithScores(0.3).WithAnswer(false),
        ];
        var figures = new RunMeasure(50).Figures([.. traces.Select(trace => MeasuredTrace.Of(trace, LabelSource.Records))], null,
            TestContext.Current.CancellationToken);
        var best = figures.Single(figure => figure.Name == "best of several");
        Assert.Equal((0.75, 2), (best.Value, best.Count));
    }

    [Fact]
    public void A_better_run_is_told_and_the_same_run_is_a_tie()
    {
        var one = s_traces.Select(trace => MeasuredTrace.Of(trace, LabelSource.Records)).ToList();
        var better = one.Select(trace => trace.Label >= 0 ? trace with { Review = 1 } : trace).ToList();
        var measure = new RunMeasure(200);
        var same = measure.Compare(one, one, null, TestContext.Current.CancellationToken);
        Assert.All(same, each => Assert.Equal((0, 1.0), (each.Better, each.P)));
        var told = measure.Compare(better, one, null, TestContext.Current.CancellationToken);
        var located = told.Single(each => each.Name == "first error located, review");
        Assert.Equal(1, located.Better);
        Assert.Equal(new McNemarTest(50, 0).ExactP, located.P, 1e-12);
        Assert.True(located.AdjustedP >= located.P);
        Assert.Equal(0, told.Single(each => each.Name == "left alone, review").Better);
        Assert.Equal(-1, measure.Compare(one, better, null, TestContext.Current.CancellationToken)
            .Single(each => each.Name == "first error located, review").Better);
    }

    [Fact]
    public void Calibration_is_tried_on_steps_that_it_was_not_fitted_to()
    {
        // Scores that say 0.9 where half is right.
        var traces = Enumerable.Range(0, 300).Select(at => MeasuredTrace.Of(
            Kept.Of(at, $"p{at}", ["a"], at % 2 - 1).WithScores(at % 3 == 0 ? 0.8 : 0.9), LabelSource.Records)).ToList();
        var trial = CalibrationTrial.Of(string.Empty, traces)!;
        Assert.Equal((300, 150), (trial.Count, trial.Right));
        Assert.True(trial.Brier.Isotonic < trial.Brier.Raw - 0.05 && trial.Error.Isotonic < 0.1 && trial.Error.Raw > 0.3);
        Assert.InRange(trial.Brier.Platt, 0.24, 0.26);
        Assert.Equal((0.8, 0.9), (trial.Low, trial.High));
        Assert.Null(CalibrationTrial.Of(string.Empty, traces[..50]));
    }

    [Fact]
    public void Failures_are_of_many_kinds_and_the_surest_come_first()
    {
        RunTrace[] traces =
        [
            .. Enumerable.Range(0, 20).Select(at => Kept.Of(at, "p", ["a", "b"], -1, Kept.Error(0))),
            Kept.Of(20, "p", ["a", "b"], 1), Kept.Of(21, "p", ["a", "b"], 1, Kept.Error(0, rule: "RR301")),
            Kept.Of(22, "p", ["a", "b"], 1, Kept.Error(1)), Kept.Of(23, "p", ["a", "b"]),
        ];
        var failures = Failure.Most(traces, LabelSource.Records, 5);
        Assert.Equal(5, failures.Count);
        Assert.Equal(["false alarm", "missed", "too early"], failures.Take(3).Select(failure => failure.Kind).Order());
        Assert.DoesNotContain(failures, failure => failure.Trace.Unit >= 22);
    }
}
