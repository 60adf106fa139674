using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checking;

public sealed class DraftTests
{
    [Fact]
    public void What_a_check_reports_stands_at_its_place_with_evidence_and_a_repair_that_was_tried()
    {
        const string Text = "Step 1: There are 3 * 4 = 14 apples.\n\nStep 2: 14 - 4 = 10.\n";
        var finding = Assert.Single(Reviewed.Solution(Text).Findings, finding => finding.Rule.Id == "RR101");
        Assert.Equal((0, "14 apples"), (finding.Step, Text.Substring(finding.Span.Start, finding.Span.Length)));
        Assert.NotEmpty(finding.Evidence.Items);
        Assert.Contains(finding.Fixes, fix => fix.Edits.Any(edit => edit.NewText == "12"));
    }
}
