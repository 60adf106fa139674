using ReasoningLsp.Mathematics.Answers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Answers;

/// <summary>A value is not all that an answer says: words may turn or bound it.</summary>
public sealed class OpposedWordsTests
{
    private readonly AnswerComparer _comparer = new();

    [Theory]
    [InlineData("15% increase", "15% decrease")]
    [InlineData("rises by 3", "falls by 3")]
    [InlineData("$5 profit", "$5 loss")]
    [InlineData("20 % Gewinn", "20 % Verlust")]
    [InlineData("增加20%", "减少20%")]
    [InlineData("5 N to the left", "5 N to the right")]
    [InlineData("maximum at x=2", "minimum at x=2")]
    [InlineData("more than 12", "less than 12")]
    [InlineData("more than 12", "12")]
    [InlineData("mehr als 12", "12")]
    public void What_is_turned_or_bounded_is_not_called_equal(string gold, string pred)
    {
        Assert.NotEqual(true, _comparer.Compare(gold, pred, AnswerOptions.Default));
        Assert.NotEqual(true, _comparer.Compare(pred, gold, AnswerOptions.Default));
    }

    [Theory]
    [InlineData("15% increase", "an increase of 15%")]
    [InlineData("12", "There are 12 more apples left.")]
    [InlineData("12", "The answer is 12, so it rises by 12.")]
    [InlineData("$5", "a profit of $5")]
    [InlineData("x = 2", "The maximum is at x = 2")]
    public void A_word_on_one_side_alone_turns_nothing(string gold, string pred) =>
        Assert.True(_comparer.Compare(gold, pred, AnswerOptions.Default));
}
