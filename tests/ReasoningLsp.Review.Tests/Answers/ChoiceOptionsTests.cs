using ReasoningLsp.Review.Answers;
using Xunit;

namespace ReasoningLsp.Review.Tests.Answers;

public sealed class ChoiceOptionsTests
{
    [Theory]
    [InlineData("How many? A) 12 B) 15 C) 18")]
    [InlineData("How many?\n(A) 12\n(B) 15\n(C) 18")]
    [InlineData("How many? A: 12, B: 15, C: 18")]
    public void The_options_of_a_problem_are_read_however_they_are_marked(string problem)
    {
        var options = ChoiceOptions.In(problem);
        Assert.Equal(["12", "15", "18"], new[] { 'A', 'B', 'C' }.Select(options.TextOf));
        Assert.Equal('B', options.Only(text => text == "15"));
    }

    [Theory]
    [InlineData("B", 'B')]
    [InlineData("(C) 18", 'C')]
    [InlineData("option A", 'A')]
    [InlineData("option A or option B", null)]
    [InlineData("18", null)]
    public void An_answer_names_one_option_or_none(string answer, char? letter) => Assert.Equal(letter, ChoiceOptions.LetterOf(answer));
}
