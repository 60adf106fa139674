using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

/// <summary>RR204: who speaks of a step that does not exist, and who only heads one.</summary>
public sealed class DanglingReferenceTests
{
    [Theory]
    [InlineData("Step 7 gives x = 3, so 3 + 1 = 4.", "Step 7")]
    [InlineData("As step 7 shows, 3 + 1 = 4.", "step 7")]
    [InlineData("Step 9 tells us that 3 + 1 = 4.", "Step 9")]
    [InlineData("From step 7, 3 + 1 = 4.", "step 7")]
    public void A_step_that_does_not_exist_is_spoken_of(string step, string reference)
    {
        var finding = Assert.Single(Found(step));
        Assert.Contains(finding.Evidence.Items, item => item is { Key: "reference" } && item.Value == reference);
    }

    [Theory]
    [InlineData("Step 1 gives x = 3, so 3 + 1 = 4.")]
    [InlineData("Now the rest.\nStep 7: 3 + 1 = 4.\nStep 7 gives 4.")]
    [InlineData("At step 7 of the stairs 3 + 1 = 4.")]
    [InlineData("The 7 gives 3 + 1 = 4.")]
    public void A_step_that_exists_or_is_headed_here_is_left_alone(string step) => Assert.Empty(Found(step));

    private static IEnumerable<Finding> Found(string step) => new Reviewer(ReviewOptions.Default)
        .Review(Assert.Single(TraceReader.Read($"Problem: Solve it.\n\nStep 1: $x = 3$.\n\nStep 2: {step}\n", TraceFormat.Markdown).Traces),
        TestContext.Current.CancellationToken)
        .Findings.Where(finding => finding.Rule == RuleCatalog.DanglingReference);
}
