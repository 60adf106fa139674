using CsCheck;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Documents;

public sealed class TextDifferenceTests
{
    private static readonly Gen<string> Text = Gen.OneOf("a", "b", "ab", "🙂").Array[0, 12].Select(string.Concat);

    [Fact]
    public void The_difference_makes_one_text_of_the_other() => Gen.Select(Text, Text).Sample((before, after) =>
        Assert.Equal(after, TextDifference.Between(before, after) is { } edit ? TextEdits.Apply(before, [edit]) : before), iter: 5000);

    [Fact]
    public void Equal_texts_do_not_differ() => Assert.Null(TextDifference.Between("abc", "abc"));

    [Fact]
    public void Long_texts_are_compared_to_their_ends()
    {
        var before = new string('x', 20_000) + "a" + new string('y', 20_000);
        Assert.Equal(new TextEdit(new TextSpan(20_000, 1), "bc"),
            TextDifference.Between(before, before.Replace("a", "bc", StringComparison.Ordinal)));
    }
}
