using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Tests.Support;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private readonly Evaluator _evaluator = new(96);

    [Theory]
    [InlineData("2 + 3 \\cdot 4", 14)]
    [InlineData("\\frac{3}{4} \\cdot 8", 6)]
    [InlineData("5!", 120)]
    [InlineData("\\sqrt{49}", 7)]
    [InlineData("\\binom{6}{2}", 15)]
    [InlineData("-2^2", -4)]
    public void What_is_rational_is_exact(string text, int value) =>
        Assert.Equal(value, (Rational)_evaluator.Evaluate(Written.Expression(text), Evaluator.NoSymbols)!.Value.Exact!);

    [Fact]
    public void What_is_not_is_enclosed()
    {
        var root = _evaluator.Evaluate(Written.Expression("\\sqrt{2}"), Evaluator.NoSymbols)!.Value;
        Assert.Null(root.Exact);
        Assert.Equal(Math.Sqrt(2), root.Re.ToDouble(), 12);
    }

    [Theory]
    [InlineData("\\frac{1}{0}")]
    [InlineData("x + 1")]
    [InlineData("9^{9^{9^9}}")]
    public void What_has_no_value_or_is_too_large_has_none(string text) =>
        Assert.Null(_evaluator.Evaluate(Written.Expression(text), Evaluator.NoSymbols));

    [Fact]
    public void A_letter_has_the_value_that_it_is_given()
    {
        var symbols = ImmutableDictionary<string, Value>.Empty.Add("x", Value.Of((Rational)3));
        Assert.Equal(10, (Rational)_evaluator.Evaluate(Written.Expression("x^2 + 1"), symbols)!.Value.Exact!);
    }

    [Fact]
    public void Two_values_are_apart_only_where_their_enclosures_are()
    {
        var (third, root) = (Value.Of(new Rational(1, 3)),
            _evaluator.Evaluate(Written.Expression("\\sqrt{2}"), Evaluator.NoSymbols)!.Value);
        Assert.True(third.IsApartFrom(root, _evaluator.Arithmetic));
        Assert.False(root.IsApartFrom(root, _evaluator.Arithmetic));
    }
}
