using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Equations;

public sealed class LineByLineTests
{
    [Theory]
    [InlineData("## Anna\n\n- x = 3\n- 2x = 6\n\n## Ben\n\n- x = 4\n- 2x = 8\n")]
    [InlineData("## Weg 1\n\n- x = 3\n- 2x = 6\n\n## Weg 2\n\n- x = 4\n- 2x = 8\n")]
    [InlineData("## 小明\n\nx = 3, 2x = 6\n\n## 小红\n\nx = 4, 2x = 8\n")]
    [InlineData("## Anna\n\nx = 3, so 2x = 6.\n\n## Ben\n\nx = 4, so 2x = 8.\n")]
    public void A_heading_with_a_name_begins_another_solution(string text) =>
        Assert.DoesNotContain(Reviewed.Solution(text).Findings, finding => finding.Rule.Id is "RR104" or "RR105" or "RR301");

    [Theory]
    [InlineData("Step 1: 2x + 1 = 7\n\nStep 2: 2x = 8\n\nStep 3: x = 4\n")]
    [InlineData("Step 1: 2x + 1 = 7\n\nStep 2: Subtract 1 from both sides:\n\n2x = 8\n\nStep 3: x = 4\n")]
    public void A_line_below_a_line_follows_from_it(string text) =>
        Assert.Contains(Reviewed.Solution(text).Findings, finding => finding.Rule.Id == "RR105");
}
