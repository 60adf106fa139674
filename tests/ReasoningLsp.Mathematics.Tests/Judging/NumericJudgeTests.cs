using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Tests.Support;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Judging;

public sealed class NumericJudgeTests
{
    private readonly NumericJudge _judge = new();

    [Theory]
    [InlineData("17 \\cdot 23", "391", Verdict.Holds)]
    [InlineData("17 \\cdot 23", "381", Verdict.Fails)]
    [InlineData("\\sqrt{8}", "2\\sqrt{2}", Verdict.Holds)]
    [InlineData("\\frac{1}{3}", "0.33", Verdict.HoldsRounded)]
    [InlineData("\\frac{2}{3}", "0.66", Verdict.HoldsTruncated)]
    [InlineData("\\frac{2}{3}", "0.68", Verdict.Fails)]
    [InlineData("x", "1", Verdict.Unknown)]
    [InlineData("2.0 \\cdot 9.8", "20", Verdict.HoldsRounded)]
    [InlineData("495 \\cdot 0.90", "450", Verdict.Unknown)]
    [InlineData("495 \\cdot 0.90", "451", Verdict.Fails)]
    public void An_equality_is_decided_by_value_and_by_the_digits_that_are_shown(string left, string right, Verdict verdict) =>
        Assert.Equal(verdict, _judge.Equal(Written.Expression(left), Written.Expression(right)).Verdict);

    [Theory]
    [InlineData("\\sqrt{2}", "1.5", -1)]
    [InlineData("\\pi", "3", 1)]
    [InlineData("2^{10}", "1024", 0)]
    public void Two_numbers_are_put_in_order(string left, string right, int order) =>
        Assert.Equal(order, _judge.Compare(Written.Expression(left), Written.Expression(right)));
}
