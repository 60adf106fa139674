using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Algebra;

public class EquationSystemTests
{
    private static readonly Polynomial s_x = Polynomial.Of("x"), s_y = Polynomial.Of("y"), s_z = Polynomial.Of("z");

    [Fact]
    public void Equations_without_a_common_solution_are_impossible()
    {
        Assert.True(EquationSystem.IsImpossible([Sum(s_x, s_y, Number(-1)), Sum(s_x, s_y, Number(-2))]));
        Assert.True(EquationSystem.IsImpossible([Sum(s_x, s_y), Sum(s_y, s_z), Sum(s_x.Scale(-1), s_z, Number(3))]));
        // x² = 2 and x² = x
        Assert.True(EquationSystem.IsImpossible([Sum(Square(s_x), Number(-2)), Sum(Square(s_x), s_x.Scale(-1))]));
        // xy = 33, x² - y² = -112, xy - y² = -112
        Assert.True(EquationSystem.IsImpossible([Sum(Product(s_x, s_y), Number(-33)),
            Sum(Square(s_x), Square(s_y).Scale(-1), Number(112)), Sum(Product(s_x, s_y), Square(s_y).Scale(-1), Number(112))]));
    }

    [Fact]
    public void Those_that_have_one_real_or_complex_are_not()
    {
        Assert.False(EquationSystem.IsImpossible([]));
        Assert.False(EquationSystem.IsImpossible([Sum(s_x, s_y, Number(-1)), Sum(s_x, s_y.Scale(-1), Number(-2))]));
        Assert.False(EquationSystem.IsImpossible([Sum(Square(s_x), Number(1))]));
        Assert.False(EquationSystem.IsImpossible([Sum(Product(s_x, s_y), s_x), Sum(s_x)]));
        Assert.False(EquationSystem.IsImpossible([Sum(Product(s_x, s_y), Number(-6)), Sum(s_x, s_y, Number(-5))]));
        // xy = x and y = 2: x is zero, and may not be divided by.
        Assert.False(EquationSystem.IsImpossible([Sum(Product(s_x, s_y), s_x.Scale(-1)), Sum(s_y, Number(-2))]));
    }

    private static Polynomial Number(int value) => Polynomial.Of((Rational)value);

    private static Polynomial Square(Polynomial side) => Product(side, side);

    private static Polynomial Product(Polynomial a, Polynomial b) => a.Multiply(b)!;

    private static Polynomial Sum(params Polynomial[] terms) => terms.Aggregate((a, b) => a.Add(b)!);
}
