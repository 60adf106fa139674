using CsCheck;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class LineIndexTests
{
    [Fact]
    public void Lines_end_at_every_kind_of_line_end()
    {
        var index = LineIndex.Of("a\r\nb\rc\nd");
        Assert.Equal(4, index.LineCount);
        Assert.Equal([new TextSpan(0, 1), new TextSpan(3, 1), new TextSpan(5, 1), new TextSpan(7, 1)],
            Enumerable.Range(0, 4).Select(index.LineSpan));
        Assert.Equal(new LinePosition(2, 0), index.ToPosition(5));
    }

    [Fact]
    public void Characters_are_UTF16_units() => Assert.Equal(new LinePosition(0, 3), LineIndex.Of("é😀x").ToPosition(3));

    [Theory]
    [InlineData(-5, 0, 0)]
    [InlineData(99, 1, 1)]
    public void Offsets_outside_the_text_count_as_its_nearer_end(int offset, int line, int character) =>
        Assert.Equal(new LinePosition(line, character), LineIndex.Of("ab\nc").ToPosition(offset));

    [Theory]
    [InlineData(-1, 5, 0)]
    [InlineData(0, 99, 2)]
    [InlineData(0, -3, 0)]
    [InlineData(7, 0, 4)]
    public void Positions_outside_the_text_count_as_the_nearest_inside(int line, int character, int offset) =>
        Assert.Equal(offset, LineIndex.Of("ab\nc").ToOffset(new LinePosition(line, character)));

    [Fact]
    public void Every_offset_survives_the_way_there_and_back() => Generators.Text(TraceFormat.Markdown, 30).Sample(text =>
    {
        var index = LineIndex.Of(text);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var isInsideLineEnd = offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n';
            if (!isInsideLineEnd)
                Assert.Equal(offset, index.ToOffset(index.ToPosition(offset)));
        }
    }, iter: 2000);

    [Fact]
    public void After_edits_the_index_is_that_of_the_new_text()
    {
        string[] pool = ["\r", "\n", "\r\n", "a", "bc"];
        var piece = Gen.Int[0, pool.Length - 1].Select(index => pool[index]);
        Gen.Select(piece.Array[0, 30].Select(string.Concat), Gen.Int[0, 40].Array[4], piece.Array[0, 3].Select(string.Concat).Array[2])
            .Sample((text, places, news) =>
        {
            var bounds = places.Select(place => Math.Min(place, text.Length)).Order().ToArray();
            TextEdit[] edits = [new(TextSpan.FromBounds(bounds[0], bounds[1]), news[0]),
                new(TextSpan.FromBounds(bounds[2], bounds[3]), news[1])];
            var after = TextEdits.Apply(text, [.. edits]);
            Assert.True(LineIndex.Of(text).Apply(after, [.. edits]).SameAs(LineIndex.Of(after)));
        }, iter: 50_000);
    }
}
