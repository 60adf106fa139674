using System.Collections.Immutable;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Documents;

public sealed class TextSnapshotTests
{
    private static readonly DocumentIdentity Identity = DocumentIdentity.Of("file:///a.solution.md", null);

    [Fact]
    public void An_edit_that_was_told_is_not_looked_for()
    {
        // By the texts alone the new "a" could be any of the four.
        var before = TextSnapshot.Alone(Identity, "aaa", PositionEncoding.Utf16);
        ImmutableArray<TextEdit> told = [new(new TextSpan(0, 0), "a")];
        Assert.Equal(told, before.After(told).EditsSince(before));
    }

    [Fact]
    public void Several_edits_that_were_told_count_from_the_text_that_is_asked_for()
    {
        var first = TextSnapshot.Alone(Identity, "one two three", PositionEncoding.Utf16);
        var second = first.After([new TextEdit(new TextSpan(0, 3), "1")]);
        var third = second.After([new TextEdit(new TextSpan(6, 5), "3")]);
        Assert.Equal("1 two 3", third.Text);
        Assert.Equal([new(new TextSpan(0, 3), "1"), new(new TextSpan(8, 5), "3")], third.EditsSince(first));
        Assert.Equal([new(new TextSpan(6, 5), "3")], third.EditsSince(second));
        Assert.Empty(third.EditsSince(third));
    }

    [Fact]
    public void Where_the_client_replaced_the_whole_text_the_difference_is_the_edit()
    {
        var before = TextSnapshot.Alone(Identity, "one two", PositionEncoding.Utf16);
        var after = TextSnapshot.Alone(Identity, "one too", PositionEncoding.Utf16);
        Assert.Equal([new TextEdit(new TextSpan(5, 1), "o")], after.EditsSince(before));
    }
}
