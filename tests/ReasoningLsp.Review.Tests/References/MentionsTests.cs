using ReasoningLsp.Review.References;
using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.References;

public sealed class MentionsTests
{
    [Fact]
    public void A_step_that_is_named_is_found_with_its_place()
    {
        const string Text = "Step 1: $a = 2$.\n\nStep 2: $b = 3$.\n\nStep 3: By steps 1 and 2, $a + b = 5$.\n";
        var trace = Assert.Single(Reviewed.Traces(Text));
        Assert.Equal([trace.Steps[0].Span.Start, trace.Steps[1].Span.Start],
            Mentions.In(trace).Select(mention => mention.Target.Start));
    }

    [Fact]
    public void A_step_that_does_not_exist_is_no_mention() =>
        Assert.Empty(Mentions.In(Assert.Single(Reviewed.Traces("Step 1: By step 7, $a = 2$.\n"))));
}
