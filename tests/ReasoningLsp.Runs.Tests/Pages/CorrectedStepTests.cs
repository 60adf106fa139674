using ReasoningLsp.Runs.Pages;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Tests.Support;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Pages;

public sealed class CorrectedStepTests
{
    [Theory]
    [InlineData("4 x 5 = 25 apples", "4 x 5 = 25", "4 x 5 = 20 apples")]
    [InlineData("First.\n25 of them: 4 x 5 = 25 apples", "4 x 5 = 25", "25 of them: 4 x 5 = 20 apples")]
    [InlineData("25 and 25", "4 x 5 = 25", "25 → 20")]
    public void A_correction_stands_where_it_belongs(string step, string statement, string corrected) =>
        Assert.Equal(corrected, CorrectedStep.Of(step, [Wrong(statement)]));

    [Fact]
    public void Without_an_exact_fix_nothing_is_corrected() => Assert.Null(CorrectedStep.Of("1 + 1 = 3", [Kept.Error(0)]));

    private static RunFinding Wrong(string statement) => Kept.Error(0, statement) with { Fix = "Replace 25 by 20", NewText = "20" };
}
