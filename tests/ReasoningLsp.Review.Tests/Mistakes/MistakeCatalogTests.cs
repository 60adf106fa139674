using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Mistakes;

public sealed class MistakeCatalogTests
{
    public static TheoryData<string> Names => [.. MistakeCatalog.All.Select(mistake => mistake.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_mistake_has_the_rule_that_holds(string name) =>
        Assert.All(MistakeCatalog.All.Where(mistake => mistake.Name == name), mistake => Assert.NotEmpty(mistake.Right));

    [Fact]
    public void No_wrong_rule_is_right() =>
        Assert.All(MistakeCatalog.Rules, rule => Assert.False(EqualityProof.HoldsFrom(rule.Rule.From, rule.Rule.To), rule.Mistake.Wrong));

    [Theory]
    [InlineData("Expand $(x + 3)^2$.", "$(x + 3)^2 = x^2 + 9$", "square of a sum")]
    [InlineData("Expand $(2u - 5)^2$.", "We get $(2u - 5)^2 = 4u^2 - 25$.", "square of a difference")]
    [InlineData("Multipliziere aus: $(x + 2)(x + 5)$.", "$(x + 2)(x + 5) = x^2 + 10$", "product of binomials")]
    [InlineData("Simplify $7(t + 4)$.", "$7(t + 4) = 7t + 4$", "distribution")]
    [InlineData("化简 $(3y)^2$。", "$(3y)^2 = 3y^2$", "power of a product")]
    [InlineData("Simplify $x^2 \\cdot x^3$.", "$x^2 \\cdot x^3 = x^6$", "product of powers")]
    [InlineData("Simplify $\\frac{p + q}{p}$.", "$\\frac{p + q}{p} = q$", "cancelling a summand")]
    [InlineData("Add $\\frac{1}{s} + \\frac{2}{t}$ and simplify.", "$\\frac{1}{s} + \\frac{2}{t} = \\frac{3}{s + t}$", "sum of fractions")]
    [InlineData("Find the derivative of $g(t) = \\cos 4t$.", "$g'(t) = -\\sin 4t$", "chain rule")]
    [InlineData("Differentiate $f(x) = x^2 e^x$.", "$f'(x) = 2x e^x$", "product rule")]
    [InlineData("Find $\\int x^3 \\, dx$.", "$\\int x^3 \\, dx = x^4 + C$", "antiderivative of a power")]
    [InlineData("Solve $-2x > 6$.", "So $x > -3$.", "sign of an inequality")]
    [InlineData("Solve $x(x - 2) = 3$.", "So $x = 3$ or $x - 2 = 3$.", "zero product rule")]
    public void A_mistake_that_many_make_has_its_name_and_the_rule_that_holds(string problem, string step, string name)
    {
        var finding = Assert.Single(Reviewed.Solution($"Problem: {problem}\n\nStep 1: {step}\n").Findings);
        Assert.Equal(name, finding.Evidence.Mistake);
        Assert.Contains(finding.Evidence.Items, item => item.Key == "rule");
    }

    [Fact]
    public void A_slip_that_fits_no_rule_has_the_numbers_alone()
    {
        var finding = Assert.Single(Reviewed.Solution("Problem: Expand $(x + 3)^2$.\n\nStep 1: $(x + 3)^2 = x^2 + 7x + 9$\n").Findings);
        Assert.Null(finding.Evidence.Mistake);
    }

    [Fact]
    public void A_right_rewriting_follows_no_wrong_rule() => Assert.Null(MistakeCatalog.Of(
        Mathematics.Expressions.Call.Of(Mathematics.Expressions.Operation.Add, new Mathematics.Expressions.Symbol("x"),
            new Mathematics.Expressions.Symbol("y")),
        Mathematics.Expressions.Call.Of(Mathematics.Expressions.Operation.Add, new Mathematics.Expressions.Symbol("y"),
            new Mathematics.Expressions.Symbol("x")),
        new Toolbox()));
}
