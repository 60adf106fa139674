using ReasoningLsp.Runs.Statistics;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Statistics;

/// <summary>Figures that can be worked out by hand, and what must hold of any.</summary>
public sealed class HandWorkedTests
{
    [Fact]
    public void The_published_score_of_MR_GSM8K_is_met()
    {
        // GPT-4-Turbo, k = 0 in the paper's table: 63.3, 48.8, 46.3 give 50.5.
        var score = new MrScore(0.633, 0.488, 0.463);
        Assert.Equal(0.5045, score.Value!.Value, 1e-9);
    }

    [Fact]
    public void MR_score_of_four_cases()
    {
        var score = MrScore.Of([(-1, -1, null), (2, 2, true), (1, 1, false), (0, -1, false)]);
        // Verdicts: one right one called right, two wrong ones called wrong, one wrong one called right.
        Assert.Equal(2 / Math.Sqrt(2 * 1 * 2 * 3), score.Matthews, 1e-12);
        Assert.Equal(2 / 3.0, score.Step!.Value, 1e-12);
        Assert.Equal(1 / 3.0, score.Reason!.Value, 1e-12);
    }

    [Fact]
    public void A_prediction_that_cannot_be_read_is_missed_on_both_sides()
    {
        var figure = ProcessBenchFigure.Of([(1, null), (-1, null), (1, 1), (-1, -1)]);
        Assert.Equal(0.5, figure.F1!.Value, 1e-12);
    }

    [Fact]
    public void PRM_score_counts_both_kinds_of_step()
    {
        var score = PrmScore.Of([(true, true), (true, true), (true, false), (false, false), (false, true)]);
        Assert.Equal(4 / 6.0, score.Right, 1e-12);
        Assert.Equal(2 / 4.0, score.Wrong, 1e-12);
        Assert.Equal((score.Right + score.Wrong) / 2, score.Value, 1e-12);
    }

    [Fact]
    public void Best_of_four_shares_a_tie()
    {
        Assert.Equal(1, BestOf.Credit([new(0.9, true), new(0.1, false), new(0.2, false), new(0.3, false)]));
        Assert.Equal(0.5, BestOf.Credit([new(0.9, true), new(0.9, false), new(0.2, false), new(0.3, false)]));
        Assert.Equal(0, BestOf.Credit([new(0.1, true), new(0.9, false), new(0.2, false), new(0.3, false)]));
        Assert.Null(BestOf.Credit([new(0.1, true)]));
        Assert.Equal((true, false), BestOf.Ties([new(0.9, true), new(0.5, true), new(0.4, false)]));
        Assert.Equal((true, true), BestOf.Ties([new(0.9, true), new(0.8, true), new(0.4, false)]));
    }

    [Fact]
    public void A_bootstrap_draws_the_same_each_time_and_holds_the_figure()
    {
        double[] problems = [.. Enumerable.Range(0, 200).Select(at => (at % 4 == 0 ? 1.0 : 0.0) + (at * 1e-6))];
        static double? Mean(IReadOnlyList<double> drawn) => drawn.Average();
        var one = new Bootstrap(1000, 7).Of(problems, Mean)!.Value;
        Assert.Equal(one, new Bootstrap(1000, 7).Of(problems, Mean)!.Value);
        Assert.NotEqual(one, new Bootstrap(1000, 8).Of(problems, Mean)!.Value);
        // The standard error of such a mean is 0.0306.
        Assert.InRange(one.Low, 0.25 - (3 * 0.0306), 0.25 - 0.0306);
        Assert.InRange(one.High, 0.25 + 0.0306, 0.25 + (3 * 0.0306));
    }

    [Fact]
    public void Nothing_to_count_gives_no_figure()
    {
        Assert.Null(Ranking.Auc([new(0.5, true)]));
        Assert.Null(CalibrationFigures.Brier([]));
        Assert.Null(ProcessBenchFigure.Of([(-1, -1)]).F1);
        Assert.Null(new Bootstrap().Of(Array.Empty<double>(), drawn => drawn.Average()));
        Assert.Equal(new Interval(0, 1), ProportionIntervals.Wilson(0, 0));
        Assert.Equal(1, McNemarTest.Of([true, false], [true, false]).ExactP);
    }

    [Fact]
    public void Labels_that_scores_tell_apart_end_the_fit_all_the_same()
    {
        var fit = PlattFit.Of([new(0.1, false), new(0.2, false), new(0.8, true), new(1, true)]);
        Assert.True(fit.At(0.1) < 0.01 && fit.At(1) > 0.99);
    }
}
