using ReasoningLsp.Review.Explaining;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Explaining;

public sealed class StepExplainerTests
{
    [Theory]
    [InlineData("$3 + 4 = 7$", RelationKind.Arithmetic, RelationVerdict.Proven, "holds")]
    [InlineData("$3 + 4 = 8$", RelationKind.Arithmetic, RelationVerdict.Refuted, "= 7")]
    [InlineData("$22/7 \\approx 3.14$", RelationKind.Approximation, RelationVerdict.Proven, "holds")]
    [InlineData("$3 < 4$", RelationKind.Comparison, RelationVerdict.Proven, "holds")]
    [InlineData("$x < 4$", RelationKind.Comparison, RelationVerdict.Undecided, "a condition on x")]
    [InlineData("$17 \\equiv 3 \\pmod{7}$", RelationKind.Congruence, RelationVerdict.Proven, "holds")]
    [InlineData("$x = 5$", RelationKind.Definition, RelationVerdict.Undecided, "what a name stands for")]
    [InlineData("$(a+b)^2 = a^2 + 2ab + b^2$", RelationKind.Identity, RelationVerdict.Proven, "every value")]
    [InlineData("$2x + y = 11$", RelationKind.Equation, RelationVerdict.Undecided, "a condition on x, y")]
    [InlineData("12 m + 4 = 40", RelationKind.Arithmetic, RelationVerdict.Undecided, "a name or a unit")]
    [InlineData("Since 17 is prime, we stop.", RelationKind.InWords, RelationVerdict.Proven, "no divisors but 1 and itself")]
    [InlineData("Suppose 3 × 4 = 13.", RelationKind.Arithmetic, RelationVerdict.Undecided, "not stated as a calculation")]
    public void A_relation_is_told_with_its_kind_and_the_reason(string text, RelationKind kind, RelationVerdict verdict, string reason)
    {
        var relation = Assert.Single(Explain(text).Relations);
        Assert.Equal((kind, verdict), (relation.Kind, relation.Verdict));
        Assert.Contains(reason, relation.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reading_is_told_with_the_verdict_on_it_alone()
    {
        var relation = Assert.Single(Explain("$1/2(3) = 1/6$").Relations);
        Assert.Equal(RelationVerdict.Proven, relation.Verdict);
        Assert.Equal([RelationVerdict.Refuted, RelationVerdict.Proven],
            relation.Readings.Select(reading => reading.Verdict).Order().Reverse());
        Assert.Equal(2, relation.Readings.Select(reading => reading.Text).Distinct().Count());
    }

    [Fact]
    public void A_side_that_was_not_understood_is_shown()
    {
        var relation = Assert.Single(Explain("$\\oint_C \\omega \\star = 3$").Relations);
        Assert.Equal(RelationKind.NotUnderstood, relation.Kind);
        Assert.Empty(relation.Readings);
        Assert.StartsWith("what stands before = was not understood", relation.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_outside_every_relation_is_shown_as_left()
    {
        const string Text = "Run `x = 3`, ~~2 + 2 = 5~~, then $4 = 4$; and 5 + 3 is fine.";
        var parts = Explain(Text).Unread;
        Assert.Equal([("`x = 3`", "code"), ("~~2 + 2 = 5~~", "struck out"), ("5 + 3", "mathematics outside every relation that was read")],
            parts.Select(part => (part.Text, part.Reason)));
        Assert.All(parts, part => Assert.Equal(part.Text, Text.Substring(part.Span.Start, part.Span.Length)));
    }

    [Fact]
    public void There_is_nothing_to_tell_of_a_step_that_is_not_there() => Assert.Null(StepExplainer.Of(Reviewed.Solution("1 + 1 = 2"), 1));

    [Fact]
    public void A_program_says_that_it_is_not_run()
    {
        var parts = Explain("Step 1: We calculate.\n\n```python\nprint(3 * 4)\n```\n\nThe output is 12.").Unread;
        Assert.Contains(parts, part => part.Reason == "a program; not run");
    }

    [Fact]
    public void What_the_problem_gives_is_used_or_not_used_so_far()
    {
        var review = Reviewed.Solution(
            """
            Problem: A bus drives 75 miles and stops for 15 minutes. A ticket costs $12, and 20% of the 40 seats are empty. Who pays?

            Step 1: 20% of 40 is 0.2 * 40 = 8.

            Step 2: So 40 - 8 = 32 people pay 32 * 12 = $384.
            """);
        var (first, second) = (StepExplainer.Of(review, 0)!.Givens, StepExplainer.Of(review, 1)!.Givens);
        Assert.Equal(["20%", "40 seats"], first.Uses);
        Assert.Equal(["75 miles", "15 minutes", "$12"], first.Unused);
        Assert.Equal(["$12", "40 seats", "8 of step 1"], second.Uses);
        Assert.Equal(["75 miles", "15 minutes"], second.Unused);
    }

    [Fact]
    public void What_an_earlier_step_found_is_used_as_well()
    {
        var review = Reviewed.Solution(
            """
            Problem: A school buys 28 boxes of 24 pencils at $0.35 each, and 90 pages. What does it pay?

            Step 1: There are 28 × 24 = 672 pencils.

            Step 2: They cost 672 × $0.35 = $235.20.

            Step 3: 90 pages and $235.20 are all; 700 - 28 = 672.
            """);
        Assert.Equal(["28 boxes", "24 pencils"], StepExplainer.Of(review, 0)!.Givens.Uses);
        Assert.Equal(["$0.35", "672 of step 1"], StepExplainer.Of(review, 1)!.Givens.Uses);
        Assert.Equal(["28 boxes", "90 pages", "235.20 of step 2"], StepExplainer.Of(review, 2)!.Givens.Uses);
    }

    [Fact]
    public void What_the_problem_gives_in_words_counts_as_well()
    {
        var review = Reviewed.Solution(
            """
            Problem: Four friends and one dog share twenty-five apples. They eat for 3 hours. How many has each?

            Step 1: Each of the 4 friends gets 25 / 4 apples.

            Step 2: They eat three hours.
            """);
        var (first, second) = (StepExplainer.Of(review, 0)!.Givens, StepExplainer.Of(review, 1)!.Givens);
        Assert.Equal(["Four friends", "twenty-five apples"], first.Uses);
        Assert.Equal(["3 hours"], first.Unused);
        Assert.Equal(["3 hours"], second.Uses);
        Assert.Empty(second.Unused);
    }

    [Fact]
    public void Numbers_of_a_formula_are_no_givens()
    {
        var givens = StepExplainer.Of(Reviewed.Solution("Problem: Solve $x^2 - 5x + 6 = 0$.\n\nStep 1: So $x = 2$ or $x = 3$."), 0)!.Givens;
        Assert.Empty(givens.Uses);
        Assert.Empty(givens.Unused);
    }

    private static StepExplanation Explain(string text) => StepExplainer.Of(Reviewed.Solution(text), 0)!;
}
