using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Algebra;

public class LinearSpanTests
{
    private static readonly Polynomial s_x = Polynomial.Of("x"), s_y = Polynomial.Of("y"), s_z = Polynomial.Of("z");

    [Fact]
    public void Sums_of_multiples_hold_and_others_do_not()
    {
        var span = new LinearSpan();
        Assert.True(span.Take(Plus(s_x, s_y, -10)));
        Assert.True(span.Take(Plus(s_x, s_y.Scale(-1), -4)));
        Assert.False(span.Take(Plus(s_x.Scale(2), s_y.Scale(2), -20)));
        Assert.True(span.Holds(Plus(s_x, Polynomial.Zero, -7)));
        Assert.True(span.Holds(Plus(s_y, Polynomial.Zero, -3)));
        Assert.False(span.Holds(Plus(s_y, Polynomial.Zero, -4)));
        Assert.False(span.Holds(s_z));
    }

    [Fact]
    public void Products_are_taken_as_they_are()
    {
        var span = new LinearSpan();
        span.Take(Plus(s_x.Multiply(s_y)!, s_z.Scale(-1), 0));
        span.Take(Plus(s_z, Polynomial.Zero, -6));
        Assert.True(span.Holds(Plus(s_x.Multiply(s_y)!, Polynomial.Zero, -6)));
        Assert.False(span.Holds(Plus(s_x, Polynomial.Zero, -6)));
    }

    [Fact]
    public void From_a_contradiction_nothing_follows()
    {
        var span = new LinearSpan();
        span.Take(Plus(s_x, Polynomial.Zero, -1));
        span.Take(Plus(s_x, Polynomial.Zero, -2));
        Assert.True(span.IsContradictory);
        Assert.False(span.Holds(Plus(s_x, Polynomial.Zero, -1)));
    }

    private static Polynomial Plus(Polynomial a, Polynomial b, int constant) => a.Add(b)!.Add(Polynomial.Of((Rational)constant))!;
}
