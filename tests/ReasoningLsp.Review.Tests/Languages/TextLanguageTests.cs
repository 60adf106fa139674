using ReasoningLsp.Review.Languages;
using Xunit;

namespace ReasoningLsp.Review.Tests.Languages;

/// <summary>The language of a text is told, or nothing is.</summary>
public sealed class TextLanguageTests
{
    [Theory]
    [InlineData("de",
        "Das macht insgesamt 4 x 5 = 20 Computer, die hinzugefügt wurden. Am Anfang waren es 9 Computer, also sind es jetzt 29.")]
    [InlineData("es", "Recibió 2 de la mamá, por lo que después de eso tiene 5 + 2 = 7 juguetes. La respuesta es 7.")]
    [InlineData("fr",
        "Chaque jour, 5 nouveaux ordinateurs ont été ajoutés. Cela signifie donc qu'au total 20 ordinateurs ont été ajoutés.")]
    [InlineData("en", "There are 4 days from monday to thursday. That means in total 4 * 5 = 20 computers were added.")]
    [InlineData("ru", "Если сначала было 9 компьютеров, то теперь их стало 9 + 20 = 29. Значит, всего 29.")]
    [InlineData("ja", "最初は5個のボールがありました。答えは11です。")]
    [InlineData("zh", "一开始有5个球，所以现在有5 + 6 = 11个球。答案是11。")]
    public void A_text_is_of_one_language(string code, string text) => Assert.Equal(code, TextLanguage.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("2x + 3 = 7, x = 2")]
    [InlineData("Solution: $x = 2$")]
    [InlineData("รอเจอร์เริ่มต้นด้วยลูกบอล 5 ลูก")]
    [InlineData("Leah alikuwa na chokoleti 32 na dada yake Leah alikuwa na 42.")]
    public void In_doubt_it_is_of_none(string text) => Assert.Null(TextLanguage.Of(text));
}
