using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Views;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring.Views;

/// <summary>Steps without their words.</summary>
[Collection(nameof(EngineFixture))]
public sealed class MathematicsScoresTests(EngineFixture fixture)
{
    private static readonly ScoringModel Model = new BuiltInModels(Repository.Path("models")).RewardModel;

    [Theory]
    [InlineData("Natalia sold 48/2 = 24 clips in May.", "48/2 = 24")]
    [InlineData("She sold 48 clips and then half as many.", "48")]
    [InlineData("Adding both (half of 48) gives a total of 48 + 24 = 72.", "48; 48 + 24 = 72")]
    [InlineData("Since $x^2 = 9$ and x > 0, we get $x = 3$.", "$x^2 = 9$; x > 0; $x = 3$")]
    [InlineData(@"Thus \(a + b\) = 7, which is a prime.", @"\(a + b\) = 7")]
    [InlineData("She has a dog, and it is well-known that it is old.", null)]
    [InlineData("", null)]
    public void Formulas_relations_and_numbers_stay_and_words_go(string step, string? mathematics) =>
        Assert.Equal(mathematics, MathematicsText.Of(step, []));

    [Fact]
    public async Task A_step_of_words_has_no_such_score_and_the_others_that_of_their_mathematics()
    {
        var token = TestContext.Current.CancellationToken;
        var scorer = new TraceScorer(fixture.Engine);
        const string Problem = "She had 12 apples and got 5 more. How many has she?";
        var trace = TraceReader.Read(
            $"Problem: {Problem}\n\nStep 1: Let us begin with what she gets.\n\nStep 2: So 12 + 5 = 18, that is a lot.\n\nStep 3: She "
                + $"has 18 apples.\n", TraceFormat.Markdown).Traces[0];
        var whole = await scorer.ScoreAsync(Model, trace, RequestPriority.Interactive, token);
        var mathematics = await MathematicsScorer.ScoreAsync(scorer, Model, trace, whole, RequestPriority.Interactive, token);
        Assert.Equal([1, 2], mathematics.Steps.Select(step => step.Step));
        var alone = await scorer.ScoreAsync(Model, Problem, ["12 + 5 = 18", "18"], RequestPriority.Interactive, token);
        Assert.Equal(alone.Steps.Select(step => step.Value), mathematics.Steps.Select(step => step.Value));
        Assert.All(mathematics.Steps, step => Assert.Equal(step.Value - whole.Steps[step.Step].Value, step.Difference));
        Assert.Null(MathematicsWords.Of(mathematics, 0));
        Assert.StartsWith("mathematics alone ", MathematicsWords.Of(mathematics, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_large_difference_is_called_one()
    {
        var scores = new MathematicsScores([new(0, "1", 0.9, 0.29), new(1, "2", 0.2, -0.5), new(2, "3", 0.9, 0.4)]);
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(scores.Disagrees));
        Assert.EndsWith("the words that raise the score", MathematicsWords.Of(scores, 1), StringComparison.Ordinal);
        Assert.EndsWith("the words that lower the score", MathematicsWords.Of(scores, 2), StringComparison.Ordinal);
    }
}
