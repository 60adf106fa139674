using System.Collections.Immutable;
using CsCheck;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Documents;

public sealed class TextDeltaTests
{
    private static readonly Gen<string> Text = Gen.Char['a', 'c'].Array[0, 12].Select(letters => new string(letters));

    // Places as shares of the text, because how long it is by then is not known.
    private static readonly Gen<(double From, double To, string NewText)[]> Batch =
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Text.Where(text => text.Length < 5)).Array[0, 4];

    [Fact]
    public void Changes_one_after_the_other_compose_to_edits_of_the_first_text() =>
        Gen.Select(Text, Batch.Array[0, 8]).Sample((before, batches) =>
    {
        var (after, delta) = (before, TextDelta.None);
        foreach (var batch in batches)
        {
            var edits = Edits(after, batch);
            after = TextEdits.Apply(after, edits);
            delta = delta.Then(TextDelta.Of(edits));
        }

        Assert.Equal(after, TextEdits.Apply(before, delta.Edits(before, after)));
    }, iter: 20_000);

    [Fact]
    public void What_composes_is_the_same_whichever_two_come_together_first() =>
        Gen.Select(Text, Batch, Batch, Batch).Sample((before, first, second, third) =>
    {
        var one = Edits(before, first);
        var text = TextEdits.Apply(before, one);
        var two = Edits(text, second);
        text = TextEdits.Apply(text, two);
        var three = Edits(text, third);
        text = TextEdits.Apply(text, three);
        var left = TextDelta.Of(one).Then(TextDelta.Of(two)).Then(TextDelta.Of(three));
        var right = TextDelta.Of(one).Then(TextDelta.Of(two).Then(TextDelta.Of(three)));
        Assert.Equal(TextEdits.Apply(before, left.Edits(before, text)), TextEdits.Apply(before, right.Edits(before, text)));
    }, iter: 5_000);

    [Fact]
    public void Edits_far_from_each_other_stay_apart()
    {
        ImmutableArray<TextEdit> edits = [new(new TextSpan(1, 1), "X"), new(new TextSpan(8, 0), "Y")];
        Assert.Equal(edits, TextDelta.Of(edits).Edits("abcdefghij", "aXcdefghYij"));
    }

    [Fact]
    public void What_reads_the_same_is_no_edit() =>
        Assert.Equal([new TextEdit(new TextSpan(3, 1), "X")],
        TextDelta.Of([new TextEdit(new TextSpan(0, 6), "abcXef")]).Edits("abcdef", "abcXef"));

    private static ImmutableArray<TextEdit> Edits(string text, (double From, double To, string NewText)[] batch)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var at = 0;
        foreach (var (from, to, newText) in batch)
        {
            var start = at + (int)(from * (text.Length - at));
            var end = start + (int)(to * (text.Length - start) / 2);
            edits.Add(new TextEdit(TextSpan.FromBounds(start, end), newText));
            at = end;
        }

        return edits.ToImmutable();
    }
}
