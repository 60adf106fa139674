using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Algebra;

public class LinearSystemTests
{
    private static readonly Polynomial s_x = Polynomial.Of("x"), s_y = Polynomial.Of("y");

    [Fact]
    public void The_only_solution_is_found_whatever_the_order_and_the_number_of_equations()
    {
        var sum = Equation(1, 1, -10);
        var difference = Equation(1, -1, -4);
        Assert.Equal([7, 3], LinearSystem.OnlySolution([sum, difference], ["x", "y"])!.Value);
        Assert.Equal([7, 3], LinearSystem.OnlySolution([Equation(0, 2, -6), sum, difference], ["x", "y"])!.Value);
        Assert.Equal([new Rational(1, 3), new Rational(1, 2)],
            LinearSystem.OnlySolution([Equation(0, 2, -1), Equation(3, 0, -1)], ["x", "y"])!.Value);
    }

    [Fact]
    public void None_or_many_are_null()
    {
        Assert.Null(LinearSystem.OnlySolution([Equation(1, 1, -10)], ["x", "y"]));
        Assert.Null(LinearSystem.OnlySolution([Equation(1, 1, -10), Equation(2, 2, -20)], ["x", "y"]));
        Assert.Null(LinearSystem.OnlySolution([Equation(1, 1, -10), Equation(1, -1, -4), Equation(1, 0, -6)], ["x", "y"]));
        Assert.Null(LinearSystem.OnlySolution([s_x.Multiply(s_y)!, Equation(1, 1, 0)], ["x", "y"]));
    }

    private static Polynomial Equation(int x, int y, int constant) =>
        s_x.Scale(x).Add(s_y.Scale(y))!.Add(Polynomial.Of((Rational)constant))!;
}
