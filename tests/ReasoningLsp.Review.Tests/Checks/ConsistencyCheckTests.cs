using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

/// <summary>What the rules of consistency find beyond the examples of their pages, and what they must leave alone.</summary>
public sealed class ConsistencyCheckTests
{
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    [Fact]
    public void A_contradiction_points_at_the_other_value()
    {
        var (text, review) = Review("Step 1: Dividing by 4 we get $x = 75$.", "Step 2: Hence $y = 3$.",
            "Step 3: With $x = 85$ that makes 65.");
        var finding = Assert.Single(review.Findings, finding => finding.Rule.Id == "RR301");
        Assert.Equal(2, finding.Step);
        Assert.Equal("x = 75", text.Substring(Assert.Single(finding.Related).Span.Start, finding.Related[0].Span.Length));
    }

    [Theory]
    [InlineData("Step 1: So $x = 3$ or $x = 4$.", "Step 2: With $x = 4$ we get 8.")]
    [InlineData("Step 1: Case 1: we get $x = 3$.", "Step 2: Case 2: we get $x = 4$.")]
    [InlineData("Step 1: From $x^2 = 9$ we get $x = 3$.", "Step 2: We also get $x = -3$.")]
    [InlineData("Step 1: We get $x = 3.25$.", "Step 2: We round down.", "Step 3: Therefore $x = 3$.")]
    [InlineData("Step 1: We get $x = 3$.", "Step 2: That was wrong.", "Step 3: So we get $x = 4$.")]
    [InlineData("Step 1: We get $x = 1/2$.", "Step 2: With $x = 0.5$ it is 1.")]
    [InlineData("Step 1: We get $n = 3$.", "Step 2: Using $n = 4$ it is 16.")]
    public void Values_that_may_differ_are_no_contradiction(params string[] steps) =>
        Assert.DoesNotContain(Review(steps).Review.Findings, finding => finding.Rule.Id == "RR301");

    [Theory]
    [InlineData("Step 1: The line is $y = 2x + 3$.", "Step 2: Recall that $y = 2x + 4$.", true)]
    [InlineData("Step 1: The line is $y = 2x + 3$.", "Step 2: Shifting it up we have $y = 2x + 4$.", false)]
    [InlineData("Step 1: We have $f(x) = x^2 + 3x + 1$.", "Step 2: From step 1, $f(x) = x^2 + 3x - 1$.", true)]
    [InlineData("Step 1: Either $y = 2x + 3$.", "Step 2: Recall that $y = 2x + 4$.", false)]
    [InlineData("Step 1: The lines are $y = 2x + 3$, $y = 2x + 5$.", "Step 2: Recall that $y = 2x + 4$.", false)]
    public void A_copy_is_compared_only_where_it_is_said_to_be_one(string first, string second, bool isFound) =>
        Assert.Equal(isFound, Review(first, second).Review.Findings.Any(finding => finding.Rule.Id == "RR302"));

    [Theory]
    [InlineData("Step 1: The pool holds 25 * 18 = 450 litres.", "Step 2: Nine tenths are 0.9 * 450 = 405 litres.",
        "Step 3: The answer is 450 litres.", true)]
    [InlineData("Step 1: The pool holds 25 * 18 = 450 litres.", "Step 2: As a check, 0.9 * 450 = 405 litres.",
        "Step 3: The answer is 450 litres.", false)]
    [InlineData("Step 1: It takes 15 * 23 = 345 minutes.", "Step 2: That is 345 / 60 = 5.75 hours.", "Step 3: The answer is 345 minutes.",
        false)]
    [InlineData("Step 1: He has 15 * 23 = 345 coins.", "Step 2: He gives 45 away.", "Step 3: The answer is 300 coins.", false)]
    public void The_answer_is_compared_with_the_last_result_only_where_both_are_one_thing(string first, string second, string third,
        bool isFound) =>
        Assert.Equal(isFound, Review(first, second, third).Review.Findings.Any(finding => finding.Rule.Id == "RR303"));

    [Theory]
    [InlineData("Step 1: $3x = 24$", "Step 2: $x = 8$", "Step 3: The answer is $x = 6$.", true)]
    [InlineData("Step 1: $3x = 24$", "Step 2: $x = 8$", "**Answer:** x = 6", true)]
    [InlineData("Step 1: $3x = 24$", "Step 2: $x = 8$", "**Answer:** $x = 8$", false)]
    [InlineData("Step 1: $3x = 24$", "Step 2: $x = 8$", "**Answer:** x = 800", false)]
    [InlineData("Step 1: $3x = 24$", "Step 2: $x = 8$", "**Answer:** y = 6", false)]
    [InlineData("Step 1: $(x - 6)(x - 8) = 0$", "Step 2: $x = 8$", "**Answer:** x = 6", false)]
    [InlineData("Step 1: $x + y = 14$", "Step 2: With $y = 6$, $x = 8$", "**Answer:** x = 6", false)]
    [InlineData("Step 1: Case 1: $3x = 24$", "Step 2: $x = 8$", "**Answer:** x = 6", false)]
    public void An_answer_names_the_letter_that_the_work_solves_for(string first, string second, string third, bool isFound) =>
        Assert.Equal(isFound, Review(first, second, third).Review.Findings.Any(finding => finding.Rule.Id == "RR303"));

    private (string Text, TraceReview Review) Review(params string[] steps)
    {
        var text = "Problem: Find it.\n\n" + string.Join("\n\n", steps) + "\n";
        return (text, _reviewer.Review(TraceReader.Read(text, TraceFormat.Markdown).Traces[0], TestContext.Current.CancellationToken));
    }
}
