using ReasoningLsp.Runs.Statistics;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Statistics;

/// <summary>Every figure equals what scikit-learn and SciPy give for the same table.</summary>
public sealed class ReferenceValueTests
{
    private const double Nearly = 1e-9;

    public static TheoryData<string> Tables => ["calibration_small", "calibration_tied", "calibration_large"];

    [Theory, MemberData(nameof(Tables))]
    public void Order_and_calibration(string key)
    {
        var table = ReferenceValues.Of(key);
        var items = ReferenceValues.Scored(table);
        Assert.Equal(table.Number("auc"), Ranking.Auc(items)!.Value, Nearly);
        Assert.Equal(table.Number("average_precision"), Ranking.AveragePrecision(items)!.Value, Nearly);
        Assert.Equal(table.Number("brier"), CalibrationFigures.Brier(items)!.Value, Nearly);
        Assert.Equal(table.Number("log_loss"), CalibrationFigures.LogLoss(items)!.Value, Nearly);
        Assert.Equal(table.Number("ece_10"), CalibrationFigures.ExpectedError(items, 10)!.Value, Nearly);
        Assert.Equal(table.Number("ece_15"), CalibrationFigures.ExpectedError(items, 15)!.Value, Nearly);
    }

    [Theory, MemberData(nameof(Tables))]
    public void The_rising_curve(string key)
    {
        var table = ReferenceValues.Of(key);
        var items = ReferenceValues.Scored(table);
        var reference = table.GetProperty("isotonic");
        var fit = IsotonicFit.Of(items);
        AssertNear(reference.Numbers("knots_x"), fit.Knots.Select(knot => knot.Score), Nearly);
        AssertNear(reference.Numbers("knots_y"), fit.Knots.Select(knot => knot.Right), Nearly);
        AssertNear(reference.Numbers("value"), reference.Numbers("at").Select(fit.At), Nearly);
        Assert.Equal(reference.Number("brier_after"), Brier(items, fit.At), Nearly);
    }

    [Theory, MemberData(nameof(Tables))]
    public void The_logistic_curve_as_far_as_an_iterative_fit_goes(string key)
    {
        var table = ReferenceValues.Of(key);
        var items = ReferenceValues.Scored(table);
        var reference = table.GetProperty("platt_on_logit");
        var fit = PlattFit.Of(items);
        Assert.Equal(reference.Number("slope"), fit.Slope, 1e-5);
        Assert.Equal(reference.Number("intercept"), fit.Intercept, 1e-5);
        AssertNear(reference.Numbers("value"), table.GetProperty("isotonic").Numbers("at").Select(fit.At), 1e-5);
        Assert.Equal(reference.Number("brier_after"), Brier(items, fit.At), 1e-6);
    }

    [Fact]
    public void Intervals_of_shares()
    {
        foreach (var row in ReferenceValues.Of("intervals").EnumerateArray())
        {
            long successes = row.GetProperty("successes").GetInt64(), count = row.GetProperty("count").GetInt64();
            AssertNear(row.Numbers("wilson"), Ends(ProportionIntervals.Wilson(successes, count)), Nearly);
            AssertNear(row.Numbers("clopper_pearson"), Ends(ProportionIntervals.ClopperPearson(successes, count)), Nearly);
        }
    }

    [Fact]
    public void Two_systems_on_the_same_problems()
    {
        foreach (var row in ReferenceValues.Of("mcnemar").EnumerateArray())
        {
            var test = McNemarTest.Of([.. row.Integers("a").Select(each => each == 1)], [.. row.Integers("b").Select(each => each == 1)]);
            Assert.Equal(row.GetProperty("only_a").GetInt32(), test.OnlyOne);
            Assert.Equal(row.GetProperty("only_b").GetInt32(), test.OnlyOther);
            Assert.Equal(row.Number("exact_p"), test.ExactP, Nearly);
            Assert.Equal(row.Number("corrected_chi2"), test.CorrectedChiSquared, Nearly);
            Assert.Equal(row.Number("corrected_p"), test.CorrectedP, Nearly);
        }
    }

    [Fact]
    public void Two_judges_of_the_same_things()
    {
        foreach (var row in ReferenceValues.Of("agreement").EnumerateArray())
        {
            int[] one = row.Integers("marks_one"), two = row.Integers("marks_two");
            Assert.Equal(row.Number("kappa"), Agreement.Kappa(one, two)!.Value, Nearly);
            Assert.Equal(row.Number("kappa_linear"), Agreement.Kappa(one, two, KappaWeights.Linear)!.Value, Nearly);
            Assert.Equal(row.Number("kappa_quadratic"), Agreement.Kappa(one, two, KappaWeights.Quadratic)!.Value, Nearly);
            double[] a = [.. one.Select(each => (double)each)], b = [.. two.Select(each => (double)each)];
            Assert.Equal(row.Number("spearman"), Ranking.Spearman(a, b)!.Value, Nearly);
            Assert.Equal(row.Number("kendall_b"), Ranking.KendallB(a, b)!.Value, Nearly);
            int[] labels = row.Integers("label"), verdicts = row.Integers("verdict");
            var pairs = labels.Zip(verdicts, (label, verdict) => (label == 1, verdict == 1)).ToList();
            Assert.Equal(row.Number("mcc"), Agreement.Matthews(pairs), Nearly);
            Assert.Equal(row.Number("f1_positive"), Agreement.F1(pairs, true), Nearly);
            Assert.Equal(row.Number("f1_negative"), Agreement.F1(pairs, false), Nearly);
            Assert.Equal(row.Number("kappa_binary"), Agreement.Kappa(labels, verdicts)!.Value, Nearly);
        }
    }

    [Fact]
    public void ProcessBench()
    {
        foreach (var row in ReferenceValues.Of("processbench").EnumerateArray())
        {
            var figure = ProcessBenchFigure.Of(row.Integers("label").Zip(row.Integers("prediction"), (label, each) => (label, (int?)each)));
            Assert.Equal(row.Number("accuracy_wrong"), 100 * figure.AccuracyWrong!.Value, Nearly);
            Assert.Equal(row.Number("accuracy_right"), 100 * figure.AccuracyRight!.Value, Nearly);
            Assert.Equal(row.Number("f1"), 100 * figure.F1!.Value, Nearly);
        }
    }

    [Fact]
    public void Many_tests_at_once()
    {
        var holm = ReferenceValues.Of("holm");
        AssertNear(holm.Numbers("adjusted"), ManyTests.Holm(holm.Numbers("p")), Nearly);
        var hochberg = ReferenceValues.Of("benjamini_hochberg");
        AssertNear(hochberg.Numbers("adjusted"), ManyTests.BenjaminiHochberg(hochberg.Numbers("p")), Nearly);
    }

    private static double Brier(ScoredLabel[] items, Func<double, double> fit) =>
        CalibrationFigures.Brier([.. items.Select(item => item with { Score = fit(item.Score) })])!.Value;

    private static double[] Ends(Interval interval) => [interval.Low, interval.High];

    private static void AssertNear(IReadOnlyCollection<double> expected, IEnumerable<double> actual, double tolerance) =>
        Assert.All(expected.Zip(actual.ToArray(), (wanted, found) => (wanted, found)).Append((expected.Count, actual.Count())),
            pair => Assert.Equal(pair.Item1, pair.Item2, tolerance));
}
