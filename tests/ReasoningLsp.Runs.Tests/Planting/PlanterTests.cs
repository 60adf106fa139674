using System.Collections.Immutable;
using ReasoningLsp.Runs.Planting;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Planting;

/// <summary>What is planted is wrong, stands where it is said to stand, and is the same each time.</summary>
public sealed class PlanterTests
{
    private static readonly ImmutableArray<string> s_steps =
        ["There are 3 * 12=$36 apples.", "He has 36 - 9 = 27 left, so 27 / 3 = 9 each.", "The answer is 9."];

    public static TheoryData<PlantKind> Kinds => [.. Enum.GetValues<PlantKind>().Except([PlantKind.Unit, PlantKind.Case])];

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
    [InlineData(PlantKind.Number, PlantLevel.Carried), InlineData(PlantKind.Number, PlantLevel.Unwritten)]
    [InlineData(PlantKind.Operator, PlantLevel.Carried), InlineData(PlantKind.Operator, PlantLevel.Unwritten)]
    [InlineData(PlantKind.Dependency, PlantLevel.Carried), InlineData(PlantKind.Premise, PlantLevel.Carried)]
    public void What_is_carried_through_is_calculated_with_from_there_on(PlantKind kind, PlantLevel level)
    {
        var planted = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            if (new Planter(seed).Plant("id", "Tom has 3 boxes of 12 apples and gives 9 away.", s_steps, kind, level) is not { } error)
                continue;
            planted++;
            Assert.NotEqual(s_steps[2], error.Steps[2]);
            Assert.Equal(error.Step, Enumerable.Range(0, 3).First(step => error.Steps[step] != s_steps[step]));
            // After the step of the error all calculations hold, and the answer is what the last one gives.
            var after = error.Steps.Skip(error.Step + 1).SelectMany(PlainCalculation.In).ToList();
            Assert.Equal(s_steps.Skip(error.Step + 1).SelectMany(PlainCalculation.In).Count(), after.Count);
            if (after.Count > 0)
                Assert.Equal($"The answer is {after[^1].Result.Value}.", error.Steps[2]);
            // Only a slip shows in its own step, where its calculation stands.
            var own = PlainCalculation.In(error.Steps[error.Step], 0).Count();
            var were = PlainCalculation.In(s_steps[error.Step], 0).Count();
            Assert.Equal(kind == PlantKind.Number || level == PlantLevel.Unwritten ? were - 1 : were, own);
        }

        Assert.InRange(planted, 5, 50);
    }

    [Fact]
    public void A_wrong_result_goes_on_by_hand()
    {
        var values = new CarriedValues(36, "37");
        Assert.Equal("He has 37 - 9 = 28 left of 37, so 28 / 4 = 7 each.",
            values.Of("He has 36 - 9 = 27 left of 36, so 27 / 4 = 6.75 each.", 0));
        Assert.Equal("6.75 each, 37", values.Of("6.75 each, 36", 6));
        Assert.Null(new CarriedValues(36, "37").Of("He has 36 - 9 - 5 = 22 left.", 0));
        Assert.Null(new CarriedValues(36, "37").Of("so 36 / 9 = 4", 0)); // 37/9 has no end
        Assert.Null(new CarriedValues(36, "-36").Of("so 40 + 36 = 76", 0));
    }

    [Fact]
    public void A_unit_becomes_another_of_its_kind_and_stays_it()
    {
        ImmutableArray<string> steps = ["He runs 9 * 60 = 540 meters.", "In a week that is 540 meters."];
        for (var seed = 0; seed < 20; seed++)
        {
            var open = new Planter(seed).Plant("id", "", steps, PlantKind.Unit)!;
            Assert.NotEqual("meters.", open.Steps[0].Split(' ')[^1]);
            Assert.StartsWith("He runs 9 * 60 = 540 ", open.Steps[0], StringComparison.Ordinal);
            Assert.Equal(steps[1], open.Steps[1]);
            var carried = new Planter(seed).Plant("id", "", steps, PlantKind.Unit, PlantLevel.Carried)!;
            Assert.Equal(open.Steps[0], carried.Steps[0]);
            Assert.Equal(open.Steps[0].Split(' ')[^1], carried.Steps[1].Split(' ')[^1]);
            Assert.Equal($"He runs 540 {open.Steps[0].Split(' ')[^1]}",
                new Planter(seed).Plant("id", "", steps, PlantKind.Unit, PlantLevel.Unwritten)!.Steps[0]);
        }

        Assert.Null(new Planter(1).Plant("id", "", ["He has 9 * 60 = 540 apples.", "So 540."], PlantKind.Unit));
    }

    [Theory]
    [InlineData("So x = 3 or x = -3.", "So x = 3.")]
    [InlineData("Also ist $x = 3$ oder $x=-3$.", "Also ist $x = 3$.")]
    [InlineData(@"$x = 3 \text{ or } x = -3$", "$x = 3$")]
    [InlineData("x = ±3", "x = 3")]
    [InlineData(@"$x = \pm 3$", "$x = 3$")]
    [InlineData("x = 3 and y = -3", null)]
    [InlineData("x = 3, then x = 3 + 1", null)]
    [InlineData("x = 3 or x = 3", null)]
    public void One_of_two_solutions_is_dropped(string step, string? left) =>
        Assert.Equal(left, new Planter(1).Plant("id", "", [step], PlantKind.Case)?.Steps[0]);

    [Fact]
    public void A_case_that_nothing_speaks_of_again_is_not_dropped()
    {
        Assert.Null(new Planter(1).Plant("id", "", ["x = 3 or x = -5", "Only 3 counts."], PlantKind.Case));
        Assert.NotNull(new Planter(1).Plant("id", "", ["x = 3 or x = -5", "So 3 and -5."], PlantKind.Case));
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

    [Theory]
    [InlineData(3, "So 3 * 12 = 36.", "So 12 * 3 = 36.")]
    [InlineData(3, "Then 7 - 2 + 3 = 8 and 1.5 + 2 = 3.5", "Then 7 - 2 + 3 = 8 and 2 + 1.5 = 3.5")]
    [InlineData(3, "2 * 3 + 4 = 10", null)]
    [InlineData(3, "3 \\cdot 12 + 24 = 60", null)]
    [InlineData(3, "60 x 11 + 20 = 680", null)]
    [InlineData(4, "So 3 * 12 = 36 eggs.", "So $3 \\cdot 12 = 36$ eggs.")]
    [InlineData(4, "It costs $3, so 3 * 2 = 6.", null)]
    [InlineData(4, "1 + 2 = 3 + 4", null)]
    public void Order_and_setting_are_written_otherwise(int rewrite, string step, string? otherwise) =>
        Assert.Equal(otherwise, NeutralRewrite.All[rewrite].Steps([step])?[0]);
}
