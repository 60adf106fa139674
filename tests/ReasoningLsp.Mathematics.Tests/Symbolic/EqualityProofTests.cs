using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Mathematics.Tests.Support;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Symbolic;

public sealed class EqualityProofTests
{
    [Theory]
    [InlineData(@"(x+3)^2", @"x^2+6x+9")]
    [InlineData(@"\sqrt{8}", @"2\sqrt{2}")]
    [InlineData(@"\frac{1}{\sqrt{2}}", @"\frac{\sqrt 2}{2}")]
    [InlineData(@"\sqrt6", @"\sqrt2 \sqrt3")]
    [InlineData(@"\frac{1}{1+\sqrt2}", @"\sqrt2 - 1")]
    [InlineData(@"\sqrt{x^2}", @"|x|")]
    [InlineData(@"\sqrt{x^3}", @"x\sqrt{x}")]
    [InlineData(@"|-3x|", @"3|x|")]
    [InlineData(@"\sin^2 x + \cos^2 x", @"1")]
    [InlineData(@"\sin 2x", @"2 \sin x \cos x")]
    [InlineData(@"\cos 3x", @"4\cos^3 x - 3 \cos x")]
    [InlineData(@"\sin(x+y)", @"\sin x \cos y + \cos x \sin y")]
    [InlineData(@"\sin 75^{\circ}", @"\frac{\sqrt6+\sqrt2}{4}")]
    [InlineData(@"\arcsin(\frac{\sqrt2}{2})", @"\frac{\pi}{4}")]
    [InlineData(@"\tan x", @"\frac{\sin x}{\cos x}")]
    [InlineData(@"\cosh^2 x - \sinh^2 x", @"1")]
    [InlineData(@"e^{\ln 6}", @"6")]
    [InlineData(@"e^{2 x} e^{x}", @"e^{3x}")]
    [InlineData(@"\ln 8", @"3 \ln 2")]
    [InlineData(@"\log_2 8", @"3")]
    [InlineData(@"\log_a(b)", @"\frac{\ln b}{\ln a}")]
    [InlineData(@"2^{n+1}", @"2 \cdot 2^n")]
    [InlineData(@"\frac{(n+1)!}{n!}", @"n+1")]
    [InlineData(@"\binom{n}{2}", @"\frac{n(n-1)}{2}")]
    [InlineData(@"(2+3i)(1-i)", @"5+i")]
    [InlineData(@"|3+4i|", @"5")]
    [InlineData(@"e^{i\pi}", @"-1")]
    [InlineData(@"\frac{x^2-9}{x+3}", @"x-3")]
    [InlineData(@"\sqrt[3]{54}", @"3\sqrt[3]{2}")]
    public void What_is_equal_on_the_whole_domain_is_proven_both_ways(string left, string right)
    {
        Assert.True(EqualityProof.Holds(Written.Euler(left), Written.Euler(right)));
        Assert.True(EqualityProof.HoldsFrom(Written.Euler(right), Written.Euler(left)));
    }

    [Theory]
    [InlineData(@"\sqrt{x^2}", @"x")]
    [InlineData(@"\ln x^2", @"2\ln x")]
    [InlineData(@"\ln(xy)", @"\ln x + \ln y")]
    [InlineData(@"|-3x|", @"3x")]
    [InlineData(@"\sqrt{x+1}\sqrt{x+1}", @"x+1")]
    [InlineData(@"\frac{|x|}{x}", @"1")]
    [InlineData(@"|x + y|", @"|x| + |y|")]
    [InlineData(@"\sqrt{x^2 + 9}", @"x + 3")]
    [InlineData(@"\cos^2 x", @"1 + \sin^2 x")]
    [InlineData(@"e^{x+y}", @"e^x + e^y")]
    [InlineData(@"\frac{n!}{2}", @"\frac{n}{2}!")]
    [InlineData(@"i^2", @"1")]
    [InlineData(@"(x+3)^2", @"x^2+9")]
    public void What_differs_somewhere_or_is_defined_elsewhere_is_never_proven(string left, string right) =>
        Assert.False(EqualityProof.Holds(Written.Euler(left), Written.Euler(right)));

    [Fact]
    public void A_side_that_is_defined_more_often_may_take_the_place_of_the_other_and_not_the_other_way_round()
    {
        Assert.True(EqualityProof.HoldsFrom(Written.Euler("2 \\ln x"), Written.Euler("\\ln x^2")));
        Assert.False(EqualityProof.HoldsFrom(Written.Euler("\\ln x^2"), Written.Euler("2 \\ln x")));
    }

    [Theory]
    [InlineData(@"\sin^2 x + \cos^2 x", "11", true)]
    [InlineData(@"2 \sin x \cos x", @"\sin 2x + 1", true)]
    [InlineData("x", "2x", false)]
    public void Sides_that_differ_by_a_number_differ_for_every_value(string left, string right, bool differ) =>
        Assert.Equal(differ, EqualityProof.DifferByNumber(Written.Euler(left), Written.Euler(right)));
}
