using CsCheck;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

[Trait("Category", "Long")]
public sealed class IncrementalTests
{
    private const int EditsEach = 25;

    // 6 formats of 20,000 edits; thirty times that in the long run.
    private static int Sequences => LongRun.Size(800, 24_000);

    [Theory]
    [InlineData(TraceFormat.Markdown)]
    [InlineData(TraceFormat.PlainText)]
    [InlineData(TraceFormat.Latex)]
    [InlineData(TraceFormat.Json)]
    [InlineData(TraceFormat.JsonLines)]
    [InlineData(TraceFormat.Notebook)]
    public void After_any_sequence_of_edits_the_document_equals_a_fresh_reading(TraceFormat format) =>
        Gen.Select(Generators.Text(format, 40), Generators.Edit(format).Array[EditsEach]).Sample((text, edits) =>
        {
            var document = TraceReader.Read(text, format);
            foreach (var (at, length, newText) in edits)
            {
                var start = (int)(at * document.Text.Length);
                var edit = new TextEdit(new TextSpan(start, Math.Min(length, document.Text.Length - start)), newText);
                document = TraceReader.Apply(document, [edit]);
                var fresh = TraceReader.Read(document.Text, format);
                Assert.Equal(Render.All(fresh), Render.All(document));
                Invariants.Check(document);
            }
        }, iter: Sequences);

    [Theory]
    [InlineData(TraceFormat.Markdown)]
    [InlineData(TraceFormat.Latex)]
    [InlineData(TraceFormat.JsonLines)]
    public void Several_edits_at_once_are_one_step(TraceFormat format) =>
        Gen.Select(Generators.Text(format, 60), Gen.Int[0, 200].Array[6], Generators.Piece(format).Array[3])
        .Sample((text, places, pieces) =>
        {
            var bounds = places.Select(place => Math.Min(place, text.Length)).Order().ToArray();
            var edits = Enumerable.Range(0, 3)
                .Select(index => new TextEdit(TextSpan.FromBounds(bounds[2 * index], bounds[(2 * index) + 1]), pieces[index]));
            var document = TraceReader.Apply(TraceReader.Read(text, format), [.. edits]);
            Assert.Equal(Render.All(TraceReader.Read(document.Text, format)), Render.All(document));
        }, iter: LongRun.Size(2000, 60_000));

    [Fact]
    public void Steps_before_an_edit_stay_the_same_instances_and_later_ones_keep_their_text()
    {
        var text = string.Join("\n\n",
            Enumerable.Range(1, 500).Select(number => $"**Step {number}:** We have ${number} + 1 = {number + 1}$ apples."));
        var before = TraceReader.Read(text, TraceFormat.Markdown);
        Assert.Equal(500, before.Traces[0].Steps.Length);
        var edited = before.Traces[0].Steps[250];
        var after = TraceReader.Apply(before, [new TextEdit(new TextSpan(edited.Span.End, 0), " More.")]);
        for (var index = 0; index < 500; index++)
        {
            if (index < 250)
                Assert.Same(before.Traces[0].Steps[index], after.Traces[0].Steps[index]);
            else if (index > 250)
                Assert.Same(before.Traces[0].Steps[index].Text.Text, after.Traces[0].Steps[index].Text.Text);
        }

        Assert.EndsWith("apples. More.", after.Traces[0].Steps[250].Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_that_keeps_the_length_keeps_every_other_step()
    {
        const string Text = "## Problem 1\n\nA?\n\nStep 1: x = 3\n\nStep 2: y = 4\n\n## Problem 2\n\nB?\n\nStep 1: z = 5\n";
        var before = TraceReader.Read(Text, TraceFormat.Markdown);
        var after = TraceReader.Apply(before, [new TextEdit(new TextSpan(Text.IndexOf('3', StringComparison.Ordinal), 1), "7")]);
        Assert.Same(before.Traces[0].Problem, after.Traces[0].Problem);
        Assert.Same(before.Traces[0].Steps[1], after.Traces[0].Steps[1]);
        Assert.Same(before.Traces[1], after.Traces[1]);
        Assert.Equal("x = 7", after.Traces[0].Steps[0].Text.Text);
    }

    [Fact]
    public void A_line_that_is_broken_behind_its_indent_leaves_a_blank_one_to_the_paragraph_before()
    {
        const string Text = "1 + 1 = 2.\\item[3.] % noted\n\n 2 + 2 = 4\n";
        var edited = TraceReader.Apply(TraceReader.Read(Text, TraceFormat.Latex),
            [new TextEdit(new TextSpan(Text.IndexOf("2 + 2", StringComparison.Ordinal), 0), "\n\n")]);
        Assert.Equal(Render.All(TraceReader.Read(edited.Text, TraceFormat.Latex)), Render.All(edited));
    }

    [Fact]
    public void Records_of_other_lines_stay_the_same_instances()
    {
        const string Text = "{\"problem\":\"a\",\"steps\":[\"1 + 1 = 2\"]}\n{\"problem\":\"b\",\"steps\":[\"2 + 2 = "
            + "4\"]}\n{\"problem\":\"c\",\"steps\":[\"3 + 3 = 6\"]}\n";
        var before = TraceReader.Read(Text, TraceFormat.JsonLines);
        var after = TraceReader.Apply(before, [new TextEdit(new TextSpan(Text.IndexOf("2 + 2", StringComparison.Ordinal), 1), "5")]);
        Assert.Same(before.Traces[0], after.Traces[0]);
        Assert.Same(before.Traces[2], after.Traces[2]);
        Assert.Equal("5 + 2 = 4", after.Traces[1].Steps[0].Text.Text);
    }
}
