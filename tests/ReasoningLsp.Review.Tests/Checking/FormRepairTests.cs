using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checking;

/// <summary>The right value takes the form of the false one: fractions, mixed numbers, amounts in two units.</summary>
public sealed class FormRepairTests
{
    [Theory]
    [InlineData("3/4 + 1/6 = 4/10", "Replace 4/10 by 11/12")]
    [InlineData("1/3 + 1/6 = 1 / 3", "Replace 1 / 3 by 1 / 2")]
    [InlineData("1/2 + 1/2 = 2/4", "Replace 2/4 by 1")]
    [InlineData(@"$\frac{3}{4} + \frac{1}{6} = \frac{4}{10}$", @"Replace \frac{4}{10} by \frac{11}{12}")]
    [InlineData(@"$\frac12 + \frac13 = \dfrac25$", @"Replace \dfrac25 by \dfrac{5}{6}")]
    [InlineData("1 1/2 + 1 1/4 = 2 1/4", "Replace 2 1/4 by 2 3/4")]
    [InlineData(@"$1\frac{1}{2} + 1\frac{1}{4} = 2\frac{1}{4}$", @"Replace 2\frac{1}{4} by 2\frac{3}{4}")]
    [InlineData("45 min + 30 min = 1 h 25 min", "Replace 1 h 25 min by 1 h 15 min")]
    [InlineData("2 h 15 min - 45 min = 1 h 40 min", "Replace 1 h 40 min by 1 h 30 min")]
    [InlineData("3 ft 4 in + 2 ft 10 in = 6 ft 4 in", "Replace 6 ft 4 in by 6 ft 2 in")]
    public void The_value_is_written_as_the_false_one_was(string statement, string title) =>
        Assert.Equal(title, Assert.Single(Assert.Single(Found(statement)).Fixes).Title);

    [Theory]
    [InlineData("3/4 - 5/4 = 1/2")]
    [InlineData(@"$\sqrt{50} = 5\sqrt{3}$")]
    public void What_has_no_such_form_is_only_told(string statement) => Assert.Empty(Assert.Single(Found(statement)).Fixes);

    private static IEnumerable<Finding> Found(string statement) => new Reviewer(ReviewOptions.Default)
        .Review(Assert.Single(TraceReader.Read($"Step 1: We have {statement}.\n\nStep 2: That is all.\n", TraceFormat.Markdown).Traces),
            TestContext.Current.CancellationToken)
        .Findings.Where(finding => finding.Rule == RuleCatalog.FalseEquality);
}
