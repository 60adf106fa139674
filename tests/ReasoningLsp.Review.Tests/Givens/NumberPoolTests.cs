using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Givens;
using Xunit;

namespace ReasoningLsp.Review.Tests.Givens;

/// <summary>What a person makes of known numbers in the head, and what nobody does.</summary>
public sealed class NumberPoolTests
{
    [Theory]
    [InlineData(40, true)]
    [InlineData(15, true)]
    [InlineData(55, true)]
    [InlineData(25, true)]
    [InlineData(600, true)]
    [InlineData(60, true)]
    [InlineData(7, true)]
    [InlineData(85, true)]
    [InlineData(2400, true)]
    [InlineData(57, false)]
    [InlineData(1234, false)]
    public void A_number_is_reached_from_40_and_15(int value, bool isReached)
    {
        var pool = new NumberPool();
        pool.Add(40);
        pool.Add(15);
        Assert.Equal(isReached, pool.Reaches(value));
    }

    [Fact]
    public void Usual_numbers_and_pairs_are_no_form_of_a_number()
    {
        var pool = new NumberPool();
        pool.Add(40);
        pool.Add(15);
        Assert.False(pool.HasForm(7));
        Assert.False(pool.HasForm(55));
        Assert.True(pool.HasForm(60));
        Assert.True(pool.HasForm(new Rational(2, 5)));
    }
}
