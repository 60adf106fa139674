using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Suppressions;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Review.Tests.Suppressions;

public sealed class FindingFilterTests
{
    private static readonly FindingFilter Filter = new(ReviewOptions.Default, DecisionLog.Empty);

    [Fact]
    public void A_step_whose_only_error_is_silenced_is_flagged_no_more()
    {
        var relation = new RelationOutcome(new TextSpan(0, 1), RelationVerdict.Refuted, true, "x");
        var review = Samples.Review("x y", Samples.Finding("RR101", 0, 0, 1));
        review = review with { Steps = [review.Steps[0] with { Relations = [relation] }] };
        var shown = Filter.Apply(Samples.Document(review, Silence("RR101", 0, 3)), [review])[0];
        Assert.Empty(shown.Findings);
        Assert.Equal((StepState.Silenced, SetAsideBy.Comment), (shown.Steps[0].State, Assert.Single(shown.SetAside).By));
    }

    [Fact]
    public void A_hint_does_not_keep_a_step_flagged()
    {
        var review = Samples.Review("x y", Samples.Finding("RR101", 0, 0, 1), Samples.Finding("RR202", 0, 0, 1, Severity.Hint));
        var shown = Filter.Apply(Samples.Document(review, Silence("RR101", 0, 3)), [review])[0];
        Assert.Equal(("RR202", StepState.Silenced), (shown.Findings.Single().Rule.Id, shown.Steps[0].State));
    }

    [Fact]
    public void A_step_that_a_person_called_right_is_dismissed_and_not_checked_whatever_else_holds_in_it()
    {
        var proven = new RelationOutcome(new TextSpan(0, 1), RelationVerdict.Proven, true, "x");
        var review = Samples.Review("x y", Samples.Finding("RR301", 0, 0, 1));
        review = review with { Steps = [review.Steps[0] with { Relations = [proven] }] };
        var decision = new Decision(DecisionKind.WrongFinding, "RR301", StepHash.Of("x y"), "it changes", DateTimeOffset.UnixEpoch, "Ada");
        var shown = new FindingFilter(ReviewOptions.Default, new DecisionLog([decision])).Apply(Samples.Document(review), [review])[0];
        var aside = Assert.Single(shown.SetAside);
        Assert.Equal((StepState.Dismissed, SetAsideBy.Decision, "it changes", "Ada"),
            (shown.Steps[0].State, aside.By, aside.Reason, aside.Who));
    }

    [Theory]
    [InlineData("RR401", StepState.Doubted)]
    [InlineData("RR502", StepState.Doubted)]
    [InlineData("RR501", StepState.Flagged)]
    public void What_a_model_alone_finds_is_a_doubt(string rule, StepState state)
    {
        var review = Samples.Review("x y", Samples.Finding(rule, 0, 0, 1, Severity.Warning));
        Assert.Equal(state, Filter.Apply(Samples.Document(review), [review])[0].Steps[0].State);
    }

    [Fact]
    public void What_could_not_be_read_is_a_finding_of_its_step_and_flags_it()
    {
        var review = Samples.Review("\\[ x");
        review = review with
        {
            Trace = review.Trace with
            {
                Errors = [new ReadError("unclosed-maths", "never closed",
            new TextSpan(0, 2))]
            }
        };
        var shown = Filter.Apply(Samples.Document(review), [review])[0];
        var finding = Assert.Single(shown.Findings);
        Assert.Equal(("RR002", 0, Severity.Warning), (finding.Rule.Id, finding.Step!.Value, finding.Severity));
        Assert.Equal(StepState.Flagged, shown.Steps[0].State);
        Assert.Equal(-1, shown.FirstErrorStep);
    }

    [Fact]
    public void A_comment_used_for_one_rule_is_still_unused_for_the_other_it_names()
    {
        var review = Samples.Review("x y", Samples.Finding("RR101", 0, 0, 1));
        var shown = Filter.Apply(
            Samples.Document(review, new Suppression(["rr101", "RR102"], SuppressionScope.Step, new TextSpan(1, 1), new TextSpan(0, 3))),
            [review])[0];
        var finding = Assert.Single(shown.Findings);
        Assert.Equal("RR001", finding.Rule.Id);
        Assert.Contains("RR102", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RR401", false)]
    [InlineData("RR502", false)]
    [InlineData("RR103", true)]
    public void A_comment_for_a_rule_that_could_not_run_is_not_called_unused(string rule, bool isUnused)
    {
        var review = Samples.Review("x y");
        var shown = Filter.Apply(Samples.Document(review, Silence(rule, 0, 3)), [review])[0];
        Assert.Equal(isUnused, shown.Findings.Any(finding => finding.Rule.Id == "RR001"));
    }

    [Fact]
    public void Rules_that_are_off_report_nothing_of_their_own()
    {
        var options = ReviewOptions.Default with { Severities = ReviewOptions.Default.Severities.Add("RR001", null).Add("RR002", null) };
        var review = Samples.Review("x");
        review = review with
        {
            Trace = review.Trace with
            {
                Errors = [new ReadError("unclosed-maths", "never closed",
            new TextSpan(0, 1))]
            }
        };
        Assert.Empty(new FindingFilter(options, DecisionLog.Empty).Apply(Samples.Document(review, Silence("RR999", 0, 1)),
            [review])[0].Findings);
    }

    private static Suppression Silence(string rule, int start, int length) =>
        new([rule], SuppressionScope.Step, new TextSpan(start, 0), new TextSpan(start, length));
}
