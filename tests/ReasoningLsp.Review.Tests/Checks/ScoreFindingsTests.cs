using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

public sealed class ScoreFindingsTests
{
    private const string Document =
        "Step 1: There are 12 apples.\n\nStep 2: Half of them is 12 / 2 = 7.\n\nStep 3: So she has 7.\n\nStep 4: The answer is 7.\n";

    [Fact]
    public void Only_the_first_doubted_step_warns_and_later_ones_say_on_what_they_build()
    {
        var findings = Of(Profile("qwen2.5-math-prm"), 0.9, 0.8, 0.1, 0.2);
        Assert.Equal([(2, Severity.Warning, "RR401"), (3, Severity.Hint, "RR401")],
            findings.Select(finding => (finding.Step!.Value, finding.Severity, finding.Rule.Id)));
        Assert.Contains("0.10, below 0.50", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("step 3", findings[1].Message, StringComparison.Ordinal);
        Assert.Contains(findings[0].Evidence.Items, item => item is { Key: "model", Value: "tiny, read as qwen2.5-math-prm" });
    }

    [Fact]
    public void A_weak_model_only_hints_unless_an_exact_check_says_the_same()
    {
        Assert.Equal([Severity.Hint], Of(Profile("yes-no-verifier"), 0.9, 0.8, 0.1, 0.9).Select(finding => finding.Severity));
        var agreed = Assert.Single(Of(Profile("yes-no-verifier"), 0.9, 0.1, 0.9, 0.9));
        Assert.Equal((1, Severity.Warning), (agreed.Step, agreed.Severity));
    }

    [Fact]
    public void Of_a_value_the_drop_counts_and_not_the_number()
    {
        var finding = Assert.Single(Of(Profile("math-shepherd"), 0.6, 0.65, 0.9, 0.5));
        Assert.Equal((3, "RR402"), (finding.Step, finding.Rule.Id));
        Assert.Contains("from 0.90 to 0.50", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redundant_step_is_a_hint_of_its_own()
    {
        var profile = Profile("reasoneval-7b");
        var scores = new TraceScores(profile, "tiny",
            [.. Enumerable.Range(0, 4).Select(step => new StepScore(step, 0.9, profile.Signal) { Redundancy = step == 2 ? 0.4 : 0.01 })]);
        var finding = Assert.Single(Of(scores, ReviewOptions.Default));
        Assert.Equal(("RR403", 2, Severity.Hint), (finding.Rule.Id, finding.Step, finding.Severity));
    }

    [Fact]
    public void A_step_that_is_still_written_is_not_judged()
    {
        var profile = Profile("qwen2.5-math-prm");
        Assert.Empty(Of(
            new TraceScores(profile, "tiny", [new StepScore(3, 0.1, profile.Signal) { IsPartial = true }]), ReviewOptions.Default));
    }

    [Fact]
    public void An_exact_refutation_keeps_its_rank_whatever_the_score_and_warnings_count_for_the_first_error_step()
    {
        var review = Review();
        var profile = Profile("qwen2.5-math-prm");
        var praised = review.WithScores(Scores(profile, 0.99, 0.99, 0.99, 0.99), ReviewOptions.Default);
        Assert.Contains(praised.Findings, finding => finding is { Rule.Id: "RR101", Severity: Severity.Error });
        Assert.Equal(1, praised.FirstErrorStep);
        var doubted = review.WithScores(Scores(profile, 0.1, 0.9, 0.9, 0.9), ReviewOptions.Default);
        Assert.Equal(0, doubted.FirstErrorStep);
        Assert.Equal(StepState.Doubted, doubted.Steps[0].State);
    }

    [Fact]
    public void A_rule_that_is_off_says_nothing_and_a_louder_one_leaves_hints_hints()
    {
        var scores = Scores(Profile("qwen2.5-math-prm"), 0.9, 0.1, 0.1, 0.9);
        var off = new ReviewOptions { Severities = ReviewOptions.Default.Severities.Add("RR401", null) };
        Assert.Empty(Of(scores, off));
        var loud = new ReviewOptions { Severities = ReviewOptions.Default.Severities.Add("RR401", Severity.Error) };
        Assert.Equal([Severity.Error, Severity.Hint], Of(scores, loud).Select(finding => finding.Severity));
    }

    [Fact]
    public void A_calibration_is_interpolated_and_never_goes_beyond_what_was_measured()
    {
        ImmutableArray<CalibrationPoint> points = [new(0.2, 0.4), new(0.6, 0.8)];
        Assert.Equal(0.4, Calibration.Of(points, 0)!.Value, 6);
        Assert.Equal(0.6, Calibration.Of(points, 0.4)!.Value, 6);
        Assert.Equal(0.8, Calibration.Of(points, 1)!.Value, 6);
        Assert.Null(Calibration.Of([], 0.5));
    }

    [Fact]
    public void What_people_judged_is_told_with_how_many_and_beyond_it_that_nothing_is_known()
    {
        var measured = new MeasuredCalibration([new CalibrationGroup("", [new(0.1, 0.4, 412, 0.38), new(0.5, 0.9, 1200, 0.91)]),
            new CalibrationGroup("language = de", [new(0.1, 0.9, 60, 0.5)])]);
        var profile = Profile("qwen2.5-math-prm") with { Measured = measured };
        Assert.Equal("of such steps 38 % were right (n = 412)", ScoreText.Calibrated(profile, 0.2, null));
        Assert.Equal("of such steps 91 % were right (n = 1,200)", ScoreText.Calibrated(profile, 0.46, "fr"));
        Assert.Equal("of such steps 50 % were right (n = 60)", ScoreText.Calibrated(profile, 0.2, "de"));
        Assert.Equal("nothing is known of such steps: those that people judged score 0.10 to 0.90",
            ScoreText.Calibrated(profile, 0.95, null));
        Assert.Equal("This step may be wrong: the reward model gives it 0.20; of such steps 38 % were right (n = 412).",
            Of(Scores(profile, 0.9, 0.2, 0.9, 0.9), ReviewOptions.Default)[0].Message);
    }

    private static ImmutableArray<Finding> Of(Profile profile, params double[] values) =>
        Of(Scores(profile, values), ReviewOptions.Default);

    private static ImmutableArray<Finding> Of(TraceScores scores, ReviewOptions options) =>
        [.. Review().WithScores(scores, options).Findings.Where(finding => finding.Rule.Family == RuleFamily.RewardModel)];

    private static TraceScores Scores(Profile profile, params double[] values) =>
        new(profile, "tiny", [.. values.Select((value, step) => new StepScore(step, value, profile.Signal))]);

    private static TraceReview Review() =>
        new Reviewer(ReviewOptions.Default).Review(TraceReader.Read(Document, TraceFormat.Markdown).Traces[0],
        TestContext.Current.CancellationToken);

    private static Profile Profile(string name) => ProfileCatalog.Find(name)!;
}
