using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Fixing;

/// <summary>What an exact fix of each rule writes, and that it is offered only where the text holds after it.</summary>
public sealed class RepairTests
{
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    [Theory]
    [InlineData("RR101", "She picks 7 * 14 = 88 plums.", "She picks 7 * 14 = 98 plums.")]
    [InlineData("RR107", "So 2.5 km = 250 m.", "So 2.5 km = 2500 m.")]
    [InlineData("RR108", "That is 40% of 60 = 26 people.", "That is 40% of 60 = 24 people.")]
    [InlineData("RR109", "Rounded to two decimals, 22/7 = 3.15.", "Rounded to two decimals, 22/7 = 3.14.")]
    [InlineData("RR110", "It ends at 2:30 PM + 1 hour 45 minutes = 4:25 PM.", "It ends at 2:30 PM + 1 hour 45 minutes = 4:15 PM.")]
    public void A_fix_puts_the_right_value_in_the_place_of_the_wrong(string rule, string before, string after)
    {
        var finding = Assert.Single(Findings(before));
        Assert.Equal(rule, finding.Rule.Id);
        var fix = Assert.Single(finding.Fixes);
        Assert.Equal(after, TextEdits.Apply(before, fix.Edits));
        Assert.Empty(Findings(after));
    }

    [Theory]
    [InlineData("We get 2 + 2 = 5 and 5 + 5 = 10.")]
    [InlineData("First 3 × 4 = 13. Then 13 − 1 = 12, and 12 ÷ 4 = 3.")]
    public void A_fixed_step_has_no_finding_that_it_had_not(string before)
    {
        var findings = Findings(before);
        var text = TextEdits.Apply(before, FixSelection.Choose(findings, FixKind.Exact).Edits);
        Assert.NotEqual(before, text);
        Assert.Empty(Findings(text));
    }

    [Theory]
    [InlineData("That is 64 € + 10 % = 71,40 €.", "64,10")]
    [InlineData("That is $80 - 20% = $74.", "79.8")]
    public void A_percent_added_to_an_amount_is_never_written_as_a_bare_share(string before, string wrong)
    {
        var after = TextEdits.Apply(before, FixSelection.Choose(Findings(before), FixKind.Exact).Edits);
        Assert.DoesNotContain(wrong, after, StringComparison.Ordinal);
        Assert.DoesNotContain(Findings(before), finding => finding.Message.Contains(wrong, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("That is 16 + 63 = 89 days = 11 weeks and 2 days.", "11 weeks and 2 days")]
    [InlineData("It takes 50 + 25 = 85 min = 1 h 15 min.", "1 h 15 min")]
    [InlineData("It takes 50 + 25 = 85 minutes = 1 hour 15 minutes.", "1 hour 15 minutes")]
    public void What_agrees_with_the_start_of_its_chain_is_left_as_it_is(string before, string kept)
    {
        var findings = Findings(before);
        Assert.NotEmpty(findings);
        Assert.InRange(findings.Sum(finding => finding.Fixes.Length), 0, 1);
        var after = TextEdits.Apply(before, FixSelection.Choose(findings, FixKind.Exact).Edits);
        Assert.Contains(kept, after, StringComparison.Ordinal);
        if (after != before)
            Assert.Empty(Findings(after));
    }

    [Fact]
    public void What_follows_from_a_false_value_in_the_same_chain_is_not_repaired()
    {
        var findings = Findings("We get (49 * 405) * (10 * 23) = 20145 * 230 = 4632350.");
        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Empty(finding.Fixes));
    }

    private List<Finding> Findings(string text) =>
        [.. _reviewer.Review(Assert.Single(TraceReader.Read(text, TraceFormat.PlainText).Traces), TestContext.Current.CancellationToken)
            .Findings.Where(finding => finding.Rule.Refutes)];
}
