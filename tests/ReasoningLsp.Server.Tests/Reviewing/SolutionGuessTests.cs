using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Reviewing;

public sealed class SolutionGuessTests
{
    private const string Solution = "Step 1: 2 + 2 = 4 apples.\n\nStep 2: 4 * 3 = 12 apples.\n\nThe answer is 12.\n";
    private static readonly DocumentIdentity Identity = DocumentIdentity.Of("file:///notes.md", null);
    private static readonly string Notes = string.Concat(Enumerable.Repeat("Nothing here is a solution.\n", 1_500));

    [Fact]
    public void A_short_text_is_looked_at_after_each_edit()
    {
        var guess = SolutionGuess.Of(At(1, "notes"), null);
        Assert.False(guess.Looks);
        guess = SolutionGuess.Of(At(2, Solution), guess);
        Assert.True(guess.Looks);
        Assert.False(SolutionGuess.Of(At(3, "notes"), guess).Looks);
    }

    [Fact]
    public void A_long_text_is_looked_at_again_once_its_edits_pay_for_that()
    {
        var guess = SolutionGuess.Of(At(1, Notes), null);
        var looks = 0;
        const int Edits = 100;
        for (var edit = 0; edit < Edits; edit++)
        {
            var next = SolutionGuess.Of(At(edit + 2, Notes + new string('.', edit)), guess);
            looks += next.Paid == 0 ? 1 : 0;
            guess = next;
        }

        Assert.InRange(looks, 1, Edits * (SolutionGuess.PerEdit + Edits) / Notes.Length);
    }

    [Fact]
    public void What_was_pasted_into_a_long_text_pays_for_itself()
    {
        var guess = SolutionGuess.Of(At(1, Notes), null);
        Assert.True(SolutionGuess.Of(At(2, Solution + Notes + Notes), guess).Looks);
    }

    [Fact]
    public void The_same_text_is_never_looked_at_twice()
    {
        var guess = SolutionGuess.Of(At(1, Solution), null);
        Assert.Same(guess, SolutionGuess.Of(At(1, Solution), guess));
    }

    private static TextSnapshot At(int sequence, string text) =>
        new(Identity, sequence, sequence, text, new DocumentPositions(text, LineIndex.Of(text), PositionEncoding.Utf16), null);
}
