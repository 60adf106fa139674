using ReasoningLsp.Mathematics.Patterns;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Patterns;

public sealed class WordSearchTests
{
    private readonly WordSearch _words = new(["mod", "größer", "答案"], StringComparison.Ordinal);

    [Theory]
    [InlineData("work mod 5", true)]
    [InlineData("a model", true)]
    [InlineData("MOD", false)]
    [InlineData("nothing of the kind", false)]
    [InlineData("4 ist größer als 3", true)]
    [InlineData("größe mod", true)]
    [InlineData("答案是5", true)]
    [InlineData("é 答 案", false)]
    public void Finds_words_of_both_alphabets_in_any_text(string text, bool expected) => Assert.Equal(expected, _words.OccursIn(text));

    [Theory]
    [InlineData("Work MOD 5", true)]
    [InlineData("4 ist GRÖSSER als 3", false)]
    [InlineData("4 ist GRÖßER als 3", true)]
    public void Finds_words_in_any_case_where_asked_to(string text, bool expected) =>
        Assert.Equal(expected, new WordSearch(["mod", "größer"], StringComparison.OrdinalIgnoreCase).OccursIn(text));

    [Fact]
    public void Looks_in_parts_of_a_text_for_what_the_text_asks_for()
    {
        const string Text = "größer mod 7";
        var words = _words.For(Text);
        Assert.Equal(0, Text.AsSpan().IndexOfAny(words));
        Assert.Equal(6, Text.AsSpan(1).IndexOfAny(words));
    }
}
