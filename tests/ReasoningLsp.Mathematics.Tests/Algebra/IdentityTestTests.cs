using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Tests.Support;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Algebra;

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

    [Fact]
    public void Polynomials_are_equal_however_they_were_built()
    {
        var x = Polynomial.Of("x");
        var square = x.Add(Polynomial.Of(Rational.One))!.Power(2)!;
        var sum = x.Multiply(x)!.Add(x.Scale(2))!.Add(Polynomial.Of(Rational.One))!;
        Assert.Equal(sum, square);
        Assert.Equal(2, square.DegreeIn("x"));
        Assert.Equal(1, UnivariatePolynomial.From(square, "x")!.DistinctRoots);
    }
}
