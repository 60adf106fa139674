using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Equations;

public sealed class SetOfValuesTests
{
    [Theory]
    [InlineData("$x^2 - 5x + 6 = 0$ gives $x = 2$ or $x = 3$.")]
    [InlineData("$x^2 - 5x + 6 = 0$ ergibt $x = 2$ oder $x = 3$.")]
    [InlineData("$x^2 - 5x + 6 = 0$ donne $x = 2$ ou $x = 3$.")]
    [InlineData("$x^2 - 5x + 6 = 0$ 解得 $x = 2$ 或 $x = 3$.")]
    public void Each_value_of_a_list_must_solve_the_equation_before_the_list(string step)
    {
        Assert.DoesNotContain(Reviewed.Solution($"Step 1: {step}\n").Findings, finding => finding.Rule.Id is "RR104" or "RR105");
        var wrong = Reviewed.Solution($"Step 1: {step.Replace("x = 3", "x = 4", StringComparison.Ordinal)}\n");
        Assert.Contains(wrong.Findings, finding => finding.Rule.Id == "RR104");
    }
}
