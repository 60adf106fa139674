using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Equations;

public sealed class StrongerBoundsTests
{
    [Theory]
    [InlineData("Thus $a - b > 1/4$, so $a - b > 3/4$.", "at a - b = 1/2 the first holds and the second does not")]
    [InlineData("Thus $-\\sqrt{1/2} < x + 1 < \\sqrt{1/2}$, so $-\\sqrt{1/2} < x < 1/2$.", "at x = ")]
    public void The_point_that_was_left_out_can_be_put_in_by_hand(string step, string said)
    {
        var finding = Assert.Single(Reviewed.Solution($"Step 1: {step}\n").Findings, each => each.Rule == RuleCatalog.NotEquivalent);
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("00000", finding.Message, StringComparison.Ordinal);
    }
}
