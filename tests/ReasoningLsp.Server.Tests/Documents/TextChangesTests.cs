using System.Collections.Immutable;
using CsCheck;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Documents;

public sealed class TextChangesTests
{
    private static readonly Gen<string> Text = Gen.OneOf("a", "é", "🙂", "\n", "\r\n", "\r", "bc").Array[0, 12].Select(string.Concat);

    private static readonly Gen<Position> Place =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], (line, character) => new Position(line, character));

    private static readonly Gen<ContentChange> Change =
        Gen.Select(Place, Place, Text, Gen.Int[0, 20],
        (start, end, text, kind) => kind == 0 ? new ContentChange(text) : new ContentChange(text, new LspRange(start, end)));

    [Fact]
    public void Changes_taken_together_are_changes_taken_one_by_one() => Gen.Select(Text, Change.Array[1, 8]).Sample((text, changes) =>
    {
        var together = new TextChanges(text, LineIndex.Of(text), PositionEncoding.Utf16).Apply([.. changes]);
        var (one, lines) = (text, LineIndex.Of(text));
        foreach (var change in changes)
            (one, lines, _, _) = new TextChanges(one, lines, PositionEncoding.Utf16).Apply([change]);
        Assert.Equal(one, together.Text);
        for (var offset = 0; offset <= one.Length; offset++)
            Assert.Equal(LineIndex.Of(one).ToPosition(offset), together.Lines.ToPosition(offset));
    }, iter: 5000);

    [Fact]
    public void Changes_from_the_end_to_the_start_are_taken_together()
    {
        ImmutableArray<ContentChange> changes = [new("C", new LspRange(new(2, 0), new(2, 1))), new("B", new LspRange(new(1, 0), new(1, 1))),
            new("A", new LspRange(new(0, 0), new(0, 1)))];
        var (text, _, caret, _) = new TextChanges("a\nb\nc", LineIndex.Of("a\nb\nc"), PositionEncoding.Utf16).Apply(changes);
        Assert.Equal(("A\nB\nC", 1), (text, caret));
    }
}
