using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Pages;
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
        Assert.All(figures, figure => Assert.InRange(figure.Value, figure.Interval!.Value.Low - 1e-9, figure.Interval.Value.High + 1e-9));
    }

    [Fact]
    public void A_share_of_none_or_of_all_has_the_exact_interval()
    {
        // Six wrong solutions of which none is located, six right ones that are all left alone; two are of one problem.
        var traces = Enumerable.Range(0, 12).Select(at =>
            Kept.Of(at, at == 11 ? "problem 10" : $"problem {at}", ["a", "b"], at < 6 ? 1 : -1));
        var figures = new RunMeasure(200).Figures([.. traces.Select(trace => MeasuredTrace.Of(trace, LabelSource.Records))], null,
            TestContext.Current.CancellationToken).ToDictionary(figure => figure.Name);
        var most = 1 - Math.Pow(0.025, 1 / 6.0);
        Same(new Interval(0, most), figures["first error located, review"].Interval);
        Same(new Interval(Math.Pow(0.025, 1 / 5.0), 1), figures["left alone, review"].Interval);
        var f1 = figures["F1 (ProcessBench), review"];
        Assert.Equal((0, 0), (f1.Value, f1.Interval!.Value.Low));
        Assert.Equal(2 * most / (1 + most), f1.Interval.Value.High, 1e-9);

        static void Same(Interval expected, Interval? interval)
        {
            Assert.Equal(expected.Low, interval!.Value.Low, 1e-9);
            Assert.Equal(expected.High, interval.Value.High, 1e-9);
        }
    }

    [Fact]
    public void What_every_draw_gives_alike_has_no_interval_but_where_an_exact_one_is_known()
    {
        // All are wrong and all are found: nothing varies.
        var traces = Enumerable.Range(0, 20).Select(at => Kept.Of(at, $"problem {at}", ["a"], 0, Kept.Error(0)).WithScores(0.1)).ToList();
        var figures = Figures(traces).ToDictionary(figure => figure.Name);
        Assert.Equal(0, figures["MCC of verdicts"].Value);
        Assert.Null(figures["MCC of verdicts"].Interval);
        Assert.Null(figures["PRMScore"].Interval);
        Assert.Null(figures["Brier score of steps"].Interval);
        Assert.NotNull(figures["first error located, review"].Interval);
        var measured = traces.Select(trace => MeasuredTrace.Of(trace, LabelSource.Records)).ToList();
        var same = new RunMeasure(50).Compare(measured, measured, null, TestContext.Current.CancellationToken);
        Assert.All(same, each => Assert.Null(each.Difference));
    }

    [Fact]
    public void Traces_of_which_nobody_said_anything_move_no_interval()
    {
        RunTrace[] judged =
        [
            .. Enumerable.Range(0, 24).Select(at => Kept.Of(at, $"problem {at}", ["a", "b"], at % 3 == 0 ? 0 : -1,
                at % 4 == 0 ? [Kept.Error(0)] : [])),
        ];
        var alone = Figures([judged[0], judged[1]]).ToDictionary(figure => figure.Name);
        var among = Figures([judged[0], judged[1], .. Enumerable.Range(50, 40).Select(at => Kept.Of(at, $"problem {at}", ["a"]))])
            .ToDictionary(figure => figure.Name);
        // A draw in which none of the two stands says nothing, and not 0.
        foreach (var name in (string[])["PRMScore", "MCC of verdicts"])
            Assert.Equal(alone[name].Interval!.Value.Low, among[name].Interval!.Value.Low, 1e-9);
    }

    [Fact]
    public void Of_one_problem_solutions_are_drawn_and_those_of_one_text_together()
    {
        RunTrace[] traces =
        [
            .. Enumerable.Range(0, 30).Select(at => Kept.Of(at, "the one", [$"a{at}"], 0, at % 3 == 0 ? [Kept.Error(0)] : [])),
        ];
        var figures = Figures(traces);
        Assert.All(figures, figure => Assert.True(figure.IsOfFewProblems));
        var located = figures.Single(figure => figure.Name == "first error located, review");
        Assert.InRange(located.Interval!.Value.Low, 0.1, 0.25);
        Assert.InRange(located.Interval.Value.High, 0.4, 0.55);
        // The same thirty, three of each text: as ten.
        var copied = Figures([.. traces.Select((trace, at) => traces[at / 3 * 3] with { Hash = $"h{at / 3}" })]);
        var exact = copied.Single(figure => figure.Name == "first error located, review");
        Assert.Equal(Math.Pow(0.025, 1 / 10.0), exact.Interval!.Value.Low, 1e-9);
        Assert.All(Figures([.. traces.Select((trace, at) => trace with { Problem = $"p{at}" })]), figure =>
            Assert.False(figure.IsOfFewProblems));
    }

    [Fact]
    public void So_many_draws_are_made_that_a_clear_difference_is_told_among_many()
    {
        // Eleven sources of which one run finds all that is wrong, and the other nothing: drawn 50 times no p could be below 0.04 · 72.
        var one = Enumerable.Range(0, 440).Select(at => MeasuredTrace.Of(
            Kept.Of(at, $"problem {at}", ["a", "b"], at % 2 == 0 ? 1 : -1), LabelSource.Records) with
        {
            Groups = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("source", $"s{at % 11}"),
        }).ToList();
        var better = one.Select(trace => trace with { Review = trace.Label!.Value }).ToList();
        var told = new RunMeasure(50).Compare(better, one, "source", TestContext.Current.CancellationToken);
        Assert.True(told.Length > 50);
        Assert.Equal(1, told.Single(each => each is { Group: "", Name: "F1 (ProcessBench), review" }).Better);
        Assert.Equal(1, told.Single(each => each is { Group: "", Name: "κ with people" }).Better);
    }

    [Theory]
    [InlineData(0.0123, "p = 0.0123")]
    [InlineData(1, "p = 1.0000")]
    [InlineData(0.00001, "p < 0.0001")]
    public void No_p_is_nothing(double p, string said) => Assert.Equal(said, ChanceText.Of(p));

    private static List<Figure> Figures(IReadOnlyList<RunTrace> traces) => [.. new RunMeasure(400).Figures(
        [.. traces.Select(trace => MeasuredTrace.Of(trace, LabelSource.Records))], null, TestContext.Current.CancellationToken)];

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
        // A group that is all of them is not tested once more.
        Assert.Equal(told.Select(each => (each.Group, each.AdjustedP)),
            measure.Compare(better, one, "language", TestContext.Current.CancellationToken).Select(each => (each.Group, each.AdjustedP)));
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
    public void Scores_that_are_no_probabilities_become_some()
    {
        // Rewards from −4 to 4, of which a logistic curve of slope 1 makes the share that is right.
        var random = new Random(2);
        var traces = Enumerable.Range(0, 3000).Select(at =>
        {
            var score = (8 * random.NextDouble()) - 4;
            var isRight = random.NextDouble() < 1 / (1 + Math.Exp(-score));
            return MeasuredTrace.Of(Kept.Of(at, $"p{at}", ["a"], isRight ? -1 : 0).WithScores(score) with { Scale = "unbounded" },
                LabelSource.Records);
        }).ToList();
        var trial = CalibrationTrial.Of(string.Empty, traces)!;
        Assert.False(trial.AreProbabilities);
        Assert.Null(trial.Brier.Raw);
        Assert.Null(trial.Error.Raw);
        Assert.InRange(trial.Platt.Slope, 0.85, 1.15);
        Assert.InRange(trial.Platt.Intercept, -0.15, 0.15);
        Assert.Equal(0.5, trial.Platt.At(0), 0.05);
        // What nobody knew is right half the time: 0.25.
        Assert.InRange(trial.Brier.Isotonic, 0.1, 0.16);
        Assert.InRange(trial.Error.Isotonic, 0, 0.04);
        Assert.All(trial.Bins, bin => Assert.InRange(bin.Score, 0, 1));
        Assert.Contains("what the rising curve says", Pictures.Reliability(trial), StringComparison.Ordinal);
        // From 0 to 1 and yet no probabilities, as where only their order counts.
        var ordered = traces.Select(trace => trace with
        {
            Steps = [.. trace.Steps.Select(step => step with { Score = 0.5 + (step.Score!.Value / 1000) })],
        }).ToList();
        Assert.Equal(trial.Brier.Isotonic, CalibrationTrial.Of(string.Empty, ordered)!.Brier.Isotonic, 1e-9);
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
