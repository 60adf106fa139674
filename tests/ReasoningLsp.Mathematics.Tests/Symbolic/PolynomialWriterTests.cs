using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Mathematics.Tests.Support;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Symbolic;

public sealed class PolynomialWriterTests
{
    [Theory]
    [InlineData("a - b", "a - b")]
    [InlineData("x^2 - 3x + 2", "x^2 - 3x + 2")]
    [InlineData("x - x", "0")]
    public void People_read_a_minus_and_no_negative_factor(string polynomial, string written) =>
        Assert.Equal(written, $"{PolynomialWriter.WriteForPeople(RationalFunction.From(Written.Expression(polynomial))!.Top)}");
}
