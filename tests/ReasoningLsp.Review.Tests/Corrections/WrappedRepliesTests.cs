using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Corrections;

/// <summary>What stands around the step in a reply is taken off, and what is no step is counted as what it is.</summary>
public sealed class WrappedRepliesTests
{
    private const string Step = "The bags hold 3 * 4 = 12 apples.";
    private const string Wrong = "Problem: Ann has 3 bags of 4 apples and eats 2. How many are left?\n\n"
        + "Step 1: The bags hold 3 + 4 = 7 apples.\n\nStep 2: After eating, 7 - 2 = 5 are left.\n";

    [Theory]
    [InlineData("1. " + Step)]
    [InlineData("- " + Step)]
    [InlineData("# " + Step)]
    [InlineData("> " + Step)]
    [InlineData("3) " + Step)]
    [InlineData("Step 1 (corrected): " + Step)]
    [InlineData("Step 1 - " + Step)]
    [InlineData("Corrected step 1: " + Step)]
    [InlineData("**Step 1:** " + Step)]
    [InlineData("**Step 1: " + Step + "**")]
    [InlineData("Schritt 1: " + Step)]
    [InlineData("第1步：" + Step)]
    [InlineData("The corrected step is: \"" + Step + "\"")]
    [InlineData("`" + Step + "`")]
    [InlineData("**" + Step + "**")]
    [InlineData("Secondly, the bags hold 3 * 4 = 12 apples.")]
    [InlineData("Drittens, the bags hold 3 * 4 = 12 apples.")]
    [InlineData("во-вторых, the bags hold 3 * 4 = 12 apples.")]
    [InlineData("Here is the corrected step:\n\nStep 1: " + Step)]
    [InlineData("\n```text\n" + Step + "\n```")]
    [InlineData("<think>\nIt is 3 times 4, as 3 + 4 = 7 is wrong.\n</think>\n\n" + Step)]
    public void The_step_alone_is_left(string reply) => Assert.Equal((Step, CandidateFate.Undecided), Read(reply, WritingState.Complete));

    [Theory]
    [InlineData("Schritt 2: Danach sind es 12 - 2 = 10.", CandidateFate.Unusable)]
    [InlineData("第2步：12 - 2 = 10", CandidateFate.Unusable)]
    [InlineData("<think>It is 3 times 4", CandidateFate.CutOff, WritingState.CutOff)]
    [InlineData("", CandidateFate.Unusable)]
    [InlineData("3 bags of 4 apples hold 3 + 4 = 7 apples, so there are 3 + 4 = 7.", CandidateFate.Copy)]
    [InlineData("All bags together hold 3+4=7 apples.", CandidateFate.Copy)]
    [InlineData("She has 7 apples. She eats 2, which leaves 7 − 2 = 5.", CandidateFate.Copy)]
    public void What_is_no_step_is_counted_as_what_it_is(string reply, CandidateFate fate, WritingState state = WritingState.Complete) =>
        Assert.Equal((null, fate), Read(reply, state));

    [Fact]
    public void A_line_that_another_follows_is_whole_although_the_reply_was_cut_off() =>
        Assert.Equal((Step, CandidateFate.Undecided), Read(Step + "\nThat is because", WritingState.CutOff));

    [Fact]
    public async Task A_text_that_does_not_end_is_not_written_to_its_end_and_counts_as_cut_off()
    {
        CandidateTally? told = null;
        var model = new ScriptedModel((_, _) => string.Concat(Enumerable.Repeat(" and so on", 10_000))) { Streams = true };
        await new Refining(Wrong) { Writer = model, Told = tally => told = tally }.SuggestAsync(0);
        Assert.Equal("4 candidates written: 4 cut off", told!.ToString());
    }

    private static (string? Text, CandidateFate Fate) Read(string reply, WritingState state) => CandidateText.Read(
        TraceReader.Read(Wrong, TraceFormat.Markdown).Traces[0], 0, new WrittenCandidate(reply, state), false);
}
