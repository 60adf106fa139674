using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Algebra;

public sealed class PolynomialTests
{
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

    [Fact]
    public void A_quotient_times_its_divisor_and_the_rest_is_the_dividend()
    {
        var dividend = new UnivariatePolynomial("x", [-6, 11, -6, Rational.One]);
        var divisor = new UnivariatePolynomial("x", [-2, Rational.One]);
        var quotient = dividend.DividedBy(divisor);
        Assert.Equal(-1, dividend.Minus(quotient.Times(divisor)).Degree);
        Assert.Equal(2, quotient.Degree);
    }
}
