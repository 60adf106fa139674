using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Equations;

public sealed class KnownEquationsTests
{
    [Theory]
    // What is known is put in, of the letter itself and of those that it hangs on.
    [InlineData("Let $L = J + 10$ and $J = 16$.", "Here $L = 16 + 10$.")]
    [InlineData("We have $x = -2$.", "Now $x^2 - 3 = (-2)^2 - 3$.")]
    [InlineData("Let $AD = 229$ and $DB = x$.", "We see that $AD + DB = 229 + x$.")]
    [InlineData("Let $2x + y = 10$ and $y = 3$.", "We see that $2x + 3 = 10$.")]
    // The same but for a factor, and sums of multiples.
    [InlineData("Let $x^2 + 5 = 0$.", "In other words $x^2 = -5$.")]
    [InlineData("Let $x + y = 10$ and $x - y = 4$.", "Together $2x = 14$.")]
    [InlineData("Let $b\\log_{10}(5) = \\log_{10}(6)$.", "In other words $b = \\frac{\\log_{10} 6}{\\log_{10} 5}$.")]
    [InlineData("Let $180^\\circ + y = 2x$.", "In other words $y = 2x - 180^\\circ$.")]
    // All solutions of an equation.
    [InlineData("Let $2r^2 - 5r + 2 = 0$.", "The roots are $r = \\frac{5 \\pm 3}{4}$.")]
    [InlineData("Let $x^2 - x - 1 = 0$.", "The roots are $x = \\frac{1 \\pm \\sqrt{5}}{2}$.")]
    [InlineData("Let $(y + 2)^2 = 16$.", "That is, $y + 2 = \\pm 4$.")]
    [InlineData("Let $r^3 = -8$.", "We find $r = -2$.")]
    [InlineData("Let $AC^2 = 5$.", "We find $AC = \\sqrt{5}$.")]
    // Inequalities.
    [InlineData("Let $2x - 4 > 6$.", "That is, $x > 5$.")]
    [InlineData("Let $6 - 2x \\leq 0$.", "That is, $x \\geq 3$.")]
    [InlineData("Let $x = 7$.", "We see that $x > 5$.")]
    public void What_follows_from_what_was_stated_is_proven(string before, string after)
    {
        var relation = Assert.Single(Relations(before, after));
        Assert.Equal((RelationVerdict.Proven, OpenReason.None), (relation.Verdict, relation.Open));
        Assert.NotEmpty(relation.Explanation.ToString());
    }

    [Theory]
    [InlineData("Let $L = J + 10$ and $J = 16$.", "Here $L + 1 = 28$.", OpenReason.NotSettled)]
    [InlineData("Let $x + y = 10$ and $x - y = 4$.", "Together $2x = 15$.", OpenReason.NotSettled)]
    // Two values are two cases: nothing is put in.
    [InlineData("Let $x = 1$ or $x = 2$.", "Now $x + 1 = 3$.", OpenReason.NotSettled)]
    // One root of two.
    [InlineData("Let $x^2 = 9$.", "We find $x = 3$.", OpenReason.NotSettled)]
    [InlineData("Let $ac^2 = 5c$ and $a = 1$.", "The roots are $c = 5$.", OpenReason.Choice)]
    // What contradicts itself proves nothing.
    [InlineData("Let $x + y = 10$, $x + y = 12$ and $z + y = 1$.", "Together $x + z = 40$.", OpenReason.NotSettled)]
    // The sign turns, and a bound that is not reached is not one that is.
    [InlineData("Let $6 - 2x \\leq 0$.", "Thus $x \\leq 3$.", OpenReason.NotSettled)]
    [InlineData("Let $x \\geq 3$.", "Thus $x > 3$.", OpenReason.NotSettled)]
    // What claims nothing.
    [InlineData("Let $x = 5$.", "As said, $x = 5$.", OpenReason.Given)]
    [InlineData("Let $x = 5$.", "Let $y = 2x$.", OpenReason.Definition)]
    [InlineData("Let $x = 5$.", "Moreover, $3x + 2z = 20$.", OpenReason.Condition)]
    public void What_does_not_says_why_it_is_left(string before, string after, OpenReason reason)
    {
        var relation = Assert.Single(Relations(before, after));
        Assert.Equal((RelationVerdict.Undecided, reason), (relation.Verdict, relation.Open));
    }

    [Fact]
    public void A_list_of_all_solutions_is_proven_and_a_part_of_it_is_not()
    {
        Assert.All(Relations("Let $x^2 - 5x + 6 = 0$.", "The roots are $x = 2$ and $x = 3$."),
            relation => Assert.Equal(RelationVerdict.Proven, relation.Verdict));
        Assert.All(Relations("Let $x^3 - 6x^2 + 11x - 6 = 0$.", "The roots are $x = 2$ and $x = 3$."),
            relation => Assert.Equal(RelationVerdict.Undecided, relation.Verdict));
    }

    [Fact]
    public void An_equation_with_a_finding_on_it_is_refuted()
    {
        var relations = Relations("We have $2x = 10$.", "Dividing both sides of $2x = 10$ by 2 gives $x = 6$.");
        Assert.Equal(RelationVerdict.Refuted, relations[^1].Verdict);
    }

    [Fact]
    public void A_value_of_a_function_that_is_defined_is_proven()
    {
        var relation = Relations("Let $f(x) = x^2 + 1$.", "Then $f(3) = 10$.")[^1];
        Assert.Equal(RelationVerdict.Proven, relation.Verdict);
        Assert.Contains("f(x)", relation.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12 m + 4 = 40", OpenReason.Units)]
    [InlineData("Suppose 3 × 4 = 13.", OpenReason.NotStated)]
    [InlineData("Here $A \\sim B$.", OpenReason.NotCalculated)]
    public void Other_relations_say_why_they_are_left(string text, OpenReason reason) =>
        Assert.Equal(reason, Assert.Single(Reviewed.Solution(text).Steps[0].Relations).Open);

    private static System.Collections.Immutable.ImmutableArray<RelationOutcome> Relations(string before, string after) =>
        Reviewed.Solution($"Step 1: {before}\n\nStep 2: {after}\n").Steps[1].Relations;
}
