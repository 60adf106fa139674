using ReasoningLsp.Mathematics.Tests.Support;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Expressions;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("2x", "2 \\cdot x")]
    [InlineData("\\frac{a}{b}", "a / b")]
    [InlineData("x^{2}", "x^2")]
    public void Ways_of_writing_one_expression_are_equal(string left, string right)
    {
        var (one, other) = (Written.Expression(left), Written.Expression(right));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("a + b", "b + a")]
    [InlineData("2x", "x^2")]
    public void Expressions_that_are_written_otherwise_are_not(string left, string right) =>
        Assert.NotEqual(Written.Expression(left), Written.Expression(right));

    [Theory]
    [InlineData("(x + 1)^2")]
    [InlineData("3 - (2 - x)")]
    [InlineData("\\sqrt{x + 1}")]
    public void What_is_shown_of_an_expression_reads_as_the_same_again(string text)
    {
        var expression = Written.Expression(text);
        Assert.Equal(expression, Written.Expression(expression.ToString()));
    }
}
