using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Mathematics.Tests.Support;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Symbolic;

public sealed class IdentityTestTests
{
    [Theory]
    [InlineData("(x + 1)^2", "x^2 + 2 x + 1", true)]
    [InlineData("(x + y)(x - y)", "x^2 - y^2", true)]
    [InlineData("(x + 1)^2", "x^2 + 1", false)]
    [InlineData("\\frac{x^2 - 1}{x - 1}", "x + 1", true)]
    public void An_identity_holds_at_every_point_and_a_false_one_at_none_that_is_tried(string left, string right, bool holds)
    {
        var outcome = new IdentityTest(new Evaluator(96)).Compare(Written.Expression(left), Written.Expression(right));
        Assert.Equal(holds, outcome.Holds);
        Assert.Equal(holds, outcome.Counterexample.IsEmpty);
    }

    [Theory]
    [InlineData("\\sqrt{x^2}", "x")]
    [InlineData("|-3x|", "3x")]
    [InlineData("\\ln x^2", "2 \\ln x")]
    [InlineData("|x + y|", "|x| + |y|")]
    public void What_holds_for_positive_values_only_agrees_and_is_not_proven(string left, string right)
    {
        var outcome = new IdentityTest(new Evaluator(96)).Compare(Written.Expression(left), Written.Expression(right));
        Assert.Null(outcome.Holds);
        Assert.True(outcome.Agrees);
    }

    [Fact]
    public void One_point_at_which_both_sides_differ_is_told_though_others_agree()
    {
        var outcome = new IdentityTest(new Evaluator(96)).Compare(Written.Expression("x^2"), Written.Expression("5x"));
        Assert.Null(outcome.Holds);
        Assert.True(outcome.FailsSomewhere);
    }

    [Theory]
    [InlineData("\\int x^2 \\, dx", "\\frac{x^3}{3} + C", true)]
    [InlineData("\\int \\frac{dx}{x}", "\\ln|x|", true)]
    [InlineData("\\int x e^x dx", "x e^x - \\int e^x dx", true)]
    [InlineData("\\int \\cos 2x \\, dx", "\\sin 2x + C", false)]
    public void Indefinite_integrals_are_compared_by_their_derivatives(string left, string right, bool holds) =>
        Assert.Equal(holds, new IdentityTest(new Evaluator(96)).Compare(Written.Euler(left), Written.Euler(right)).Holds);
}
