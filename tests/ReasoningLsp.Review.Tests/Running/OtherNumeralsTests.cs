using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Running;

/// <summary>Numerals whose points may stand between thousands: what is told, and what is mended.</summary>
public sealed class OtherNumeralsTests
{
    private static IEnumerable<Finding> Findings(string step)
    {
        var trace = Assert.Single(TraceReader.Read($"# Solution\n\n**Step 1:** {step}\n", TraceFormat.Markdown).Traces);
        return new Reviewer(ReviewOptions.Default).Review(trace, TestContext.Current.CancellationToken).Findings
            .Where(finding => finding.Rule.Family == RuleFamily.Arithmetic);
    }

    [Fact]
    public void No_fix_is_offered_where_the_readings_would_write_different_numbers()
    {
        var finding = Assert.Single(Findings("La suma de 1.500 y 450 es 1.960."));
        Assert.Empty(finding.Fixes);
        Assert.Contains("1950", finding.Message.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_that_both_readings_write_stays() =>
        Assert.Equal("3.375", Assert.Single(Assert.Single(Assert.Single(Findings("1.125 × 3 = 3.385")).Fixes).Edits).NewText);

    [Fact]
    public void A_declared_language_settles_it()
    {
        var trace = Assert.Single(TraceReader.Read("---\nlanguage: en\n---\n\n# Solution\n\n**Step 1:** 1.500 > 450.\n",
            TraceFormat.Markdown).Traces);
        Assert.Contains(new Reviewer(ReviewOptions.Default).Review(trace, TestContext.Current.CancellationToken).Findings,
            finding => finding.Rule == RuleCatalog.FalseComparison);
    }
}
