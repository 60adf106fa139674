using System.Collections.Immutable;
using ReasoningLsp.Runs.Planting;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Planting;

/// <summary>What is planted is wrong, stands where it is said to stand, and is the same each time.</summary>
public sealed class PlanterTests
{
    private static readonly ImmutableArray<string> s_steps =
        ["There are 3 * 12=$36 apples.", "He has 36 - 9 = 27 left, so 27 / 3 = 9 each.", "The answer is 9."];

    public static TheoryData<PlantKind> Kinds => [.. Enum.GetValues<PlantKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void One_step_changes_and_no_right_calculation_takes_its_place(PlantKind kind)
    {
        var planted = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            if (new Planter(seed).Plant("id", "Tom has 3 boxes of 12 apples and gives 9 away.", s_steps, kind) is not { } error)
                continue;
            planted++;
            var changed = Enumerable.Range(0, s_steps.Length).Where(step => error.Steps[step] != s_steps[step]);
            Assert.Equal([error.Step], changed);
            var before = PlainCalculation.In(s_steps[error.Step], 0).Count();
            // An invented number is calculated with rightly; anything else leaves a calculation that is false.
            Assert.Equal(kind == PlantKind.Premise ? before : before - 1, PlainCalculation.In(error.Steps[error.Step], 0).Count());
            Assert.Equal(error.Steps, new Planter(seed).Plant("id", "Tom has 3 boxes of 12 apples and gives 9 away.", s_steps,
                kind)!.Steps);
        }

        Assert.InRange(planted, 10, 50);
    }

    [Theory]
    [InlineData("so 1 + 2 + 3 = 6", 0)]
    [InlineData("2 * 3 = 6 = 5 + 1", 0)]
    [InlineData("50% of 10 / 2 = 5", 1)]
    [InlineData("x2 + 3 = 5", 0)]
    [InlineData("1.5 × 2 = 3.0 m", 1)]
    [InlineData("1,500 + 2 = 1,502", 0)]
    [InlineData("7 - 2 = 4", 0)]
    public void Only_whole_calculations_that_are_right_are_taken(string text, int count) =>
        Assert.Equal(count, PlainCalculation.In(text, 0).Count());

    [Fact]
    public void What_says_the_same_is_written_otherwise()
    {
        Assert.Equal(["3 × 12 = 36"], NeutralRewrite.All[0].Steps(["3 * 12 = 36"])!.Value);
        Assert.Equal(["Anna and Tom"], NeutralRewrite.All[1].Steps(["Tom and Anna"])!.Value);
        Assert.Null(NeutralRewrite.All[0].Steps(["nothing to change"]));
    }
}
