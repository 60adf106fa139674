using ReasoningLsp.Review.Findings;
using Xunit;

namespace ReasoningLsp.Review.Tests.Findings;

/// <summary>A text that is written once, when somebody reads it.</summary>
public sealed class WordingTests
{
    [Fact]
    public void It_is_written_when_it_is_read_and_once()
    {
        var written = 0;
        var wording = new Wording(() => $"{++written}");
        Assert.Equal(0, written);
        Assert.Equal("1", wording);
        Assert.Equal("1", wording.ToString());
        Assert.Equal(1, written);
    }

    [Fact]
    public void Two_are_equal_where_they_read_the_same()
    {
        Assert.Equal(Wording.Of("3 = 3"), new Wording(() => "3 = 3"));
        Assert.Equal(Wording.Of("3 = 3").GetHashCode(), new Wording(() => "3 = 3").GetHashCode());
        Assert.NotEqual(Wording.Of("3 = 3"), new Wording(() => "3 = 4"));
    }
}
