using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring.Backward;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring.Backward;

/// <summary>Whether a solution answers its own problem, asked of the built-in instruct model.</summary>
[Collection(nameof(EngineFixture))]
public sealed class BackwardScorerTests(EngineFixture fixture)
{
    private const string Apples = "She had 12 apples and got 5 more from her aunt. How many apples has she?";
    private const string Train = "A train covers 60 miles in an hour. How many miles does the train cover in two hours?";

    // How tokens fall into batches shifts a log-probability by this much.
    private const double Rounding = 0.05;

    private static readonly JudgeModel Model = new(new BuiltInModels(Repository.Path("models")).Instruct, "SmolLM2");

    private readonly BackwardScorer _scorer = new(fixture.Engine);

    [Fact]
    public async Task A_solution_makes_its_own_problem_likelier_than_another_one()
    {
        var apples = await ScoreAsync("She has 12 + 5 = 17 apples with those of her aunt.", Apples, Train);
        Assert.True(apples[0].Gain > apples[1].Gain && !apples[0].IsUnrelated, $"{apples[0].Gain:0.00} and {apples[1].Gain:0.00}");
        var train = await ScoreAsync("In two hours the train covers 2 * 60 = 120 miles.", Apples, Train);
        Assert.True(train[1].Gain > train[0].Gain && !train[1].IsUnrelated, $"{train[0].Gain:0.00} and {train[1].Gain:0.00}");
        // Without a solution a problem is as likely as it is.
        Assert.All(apples.Zip(train), pair => Assert.Equal(pair.First.Alone, pair.Second.Alone, Rounding));
        Assert.All(apples, score => Assert.True(score.Given < 0 && score.Tokens > 5));
    }

    [Fact]
    public async Task A_trace_is_scored_by_its_own_problem_and_without_one_not_at_all()
    {
        var token = TestContext.Current.CancellationToken;
        const string Step = "She has 12 + 5 = 17 apples with those of her aunt.";
        var own = await _scorer.ScoreAsync(Model, Trace($"Problem: {Apples}\n\nStep 1: {Step}\n"), RequestPriority.Interactive, token);
        Assert.Equal((await ScoreAsync(Step, Apples))[0].Gain, own!.Gain, Rounding);
        Assert.Null(await _scorer.ScoreAsync(Model, Trace($"Step 1: {Step}\n"), RequestPriority.Interactive, token));
        Assert.Null(await _scorer.ScoreAsync(Model, Trace($"Problem: {Apples}\n"), RequestPriority.Interactive, token));
    }

    [Fact]
    public void What_adds_nothing_is_said_to_be_about_something_else()
    {
        Assert.StartsWith("+0.40 nats", BackwardText.Of(new BackwardScore("m", -2, -2.4, 9)), StringComparison.Ordinal);
        Assert.Contains("may answer another", BackwardText.Of(new BackwardScore("m", -2, -1.9, 9)), StringComparison.Ordinal);
    }

    private async Task<BackwardScore[]> ScoreAsync(string step, params string[] problems) =>
        [.. await _scorer.ScoreAsync(Model, Trace($"Step 1: {step}\n"), [.. problems], RequestPriority.Interactive,
        TestContext.Current.CancellationToken)];

    private static Trace Trace(string text) => TraceReader.Read(text, TraceFormat.Markdown).Traces[0];
}
