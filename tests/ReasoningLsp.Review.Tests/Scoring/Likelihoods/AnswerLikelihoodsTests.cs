using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Scoring.Likelihoods;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring.Likelihoods;

/// <summary>How likely the built-in instruct model finds answers.</summary>
[Collection(nameof(EngineFixture))]
public sealed class AnswerLikelihoodsTests(EngineFixture fixture)
{
    [Fact]
    public async Task Sense_is_likelier_than_nonsense_and_more_words_are_less_likely()
    {
        var likelihoods = await new AnswerLikelihoods(fixture.Engine).OfAsync(new BuiltInModels(Repository.Path("models")).Instruct,
            "What is the capital of France?",
            ["The capital of France is Paris.", "Paris of is the capital France.", "The capital of France is Paris. I like it."],
            TestContext.Current.CancellationToken);
        Assert.All(likelihoods, each => Assert.True(each < 0));
        Assert.True(likelihoods[0] > likelihoods[1], $"{likelihoods[0]} and {likelihoods[1]}");
        Assert.True(likelihoods[0] > likelihoods[2], $"{likelihoods[0]} and {likelihoods[2]}");
    }
}
