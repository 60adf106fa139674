using System.Text.Json;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Languages;

public sealed class AnswerPhraseTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.Path("src/Languages"), "*.json").Select(file => Path.GetFileName(file)!)
        .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void What_a_language_says_before_an_answer_announces_it(string file)
    {
        using var language = JsonDocument.Parse(File.ReadAllText(Repository.Path("src/Languages/" + file)));
        foreach (var phrase in language.RootElement.GetProperty("answers").GetProperty("announcements").EnumerateArray())
            Assert.Equal("13", Assert.Single(AnswerExtractor.Stated($"7 + 6 = 13. {phrase.GetString()} 13.")));
    }

    [Theory]
    [InlineData("The final answer is **13 m.**", "13 m")]
    [InlineData("**The answer is $13.00.**", "$13.00")]
    [InlineData("So the answer is **13**.", "13")]
    [InlineData("The answer is 2 * 3.", "2 * 3")]
    public void Neither_the_sentences_stop_nor_its_emphasis_is_of_the_answer(string text, string answer) =>
        Assert.Equal(answer, Assert.Single(AnswerExtractor.Stated(text)));

    [Theory]
    [InlineData("7 + 6 = 13.\n\nОтвет\n13")]
    [InlineData("7 + 6 = 13.\n\nВідповідь\n13")]
    [InlineData("7 + 6 = 13.\n\n**Lösung**\n13")]
    public void A_heading_announces_the_answer_below_it(string text) => Assert.Equal("13", Assert.Single(AnswerExtractor.Stated(text)));
}
