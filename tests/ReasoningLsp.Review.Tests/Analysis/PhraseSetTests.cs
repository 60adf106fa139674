using ReasoningLsp.Review.Analysis;
using Xunit;

namespace ReasoningLsp.Review.Tests.Analysis;

public sealed class PhraseSetTests
{
    [Theory]
    [InlineData("so it is", true)]
    [InlineData("also it is", false)]
    [InlineData("simplifying it", true)]
    [InlineData("oversimplified", false)]
    [InlineData("(so)", true)]
    [InlineData("", false)]
    public void Words_are_found_whole_and_prefixes_at_the_start_of_words(string text, bool occurs) =>
        Assert.Equal(occurs, new PhraseSet("so", "simplif*").OccursIn(text));
}
