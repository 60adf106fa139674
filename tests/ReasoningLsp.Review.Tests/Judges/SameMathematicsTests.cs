using ReasoningLsp.Review.Judges;
using Xunit;

namespace ReasoningLsp.Review.Tests.Judges;

/// <summary>A translation keeps every number and every calculation.</summary>
public sealed class SameMathematicsTests
{
    [Theory]
    [InlineData("There are 3 * 12 = 36 eggs.", "Es gibt 3 * 12 = 36 Eier.")]
    [InlineData("There are 3 * 12 = 36 eggs.", "Eier gibt es: 3*12=36")]
    [InlineData("Of 12 apples 3 are left.", "Es bleiben 3 von 12 Äpfeln.")]
    [InlineData("So 3 + 4 = 7 and 7 - 2 = 5.", "Also ist 7 - 2 = 5, denn 3 + 4 = 7.")]
    [InlineData("We get $2x + 1 = 7$, so $x = 3$.", "Wir erhalten $2x + 1 = 7$, also $x = 3$.")]
    [InlineData(@"So $\frac{1}{2} \cdot 4 = 2$.", @"Also $\frac{1}{2} \cdot 4 = 2$.")]
    [InlineData("It costs 3,50 a piece - and no more.", "Es kostet 3,50 das Stück - und nicht mehr.")]
    [InlineData("A well-known fact", "Eine wohlbekannte Tatsache")]
    public void The_same_in_other_words(string text, string other) => Assert.True(SameMathematics.In(text, other));

    [Theory]
    [InlineData("3 * 12 = 36 eggs", "3 * 12 = 35 Eier")]
    [InlineData("3 * 12 = 36 eggs", "3 + 12 = 36 Eier")]
    [InlineData("3 * 12 = 36 eggs", "Eier 36")]
    [InlineData("3 * 12 = 36 eggs", "12 * 36 = 3 Eier")]
    [InlineData("It costs 3,50.", "Es kostet 3.50.")]
    [InlineData("Of 12 apples", "Von 12 Äpfeln, 12")]
    [InlineData("x < 3", "x > 3")]
    [InlineData("$2x + 1 = 7$", "$2y + 1 = 7$")]
    [InlineData(@"$\frac{1}{2}$", @"$\frac{2}{1}$")]
    [InlineData("It is three.", "Es ist 3.")]
    public void Other_numbers_or_calculations(string text, string other) => Assert.False(SameMathematics.In(text, other));
}
