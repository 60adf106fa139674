using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>The step being written, scored with the built-in model.</summary>
[Collection(nameof(EngineFixture))]
public sealed class PartialScoresTests(EngineFixture fixture)
{
    private const string Problem = "She had 12 apples and got 5 more. How many has she?";
    private const string First = "She had 12 apples and got 5 more.";

    private static readonly ScoringModel Model = new BuiltInModels(Repository.Path("models")).RewardModel;

    private readonly TraceScorer _scorer = new(fixture.Engine);

    [Fact]
    public async Task A_partial_score_is_the_score_of_the_same_text_as_a_step_and_makes_no_finding()
    {
        const string Written = "So 12 + 5 = 1";
        var token = TestContext.Current.CancellationToken;
        var whole = await _scorer.ScoreAsync(Model, Problem, [First, Written], RequestPriority.Interactive, token);
        var partial = await _scorer.ScorePartialAsync(Model, Problem, [First], Written, RequestPriority.Interactive, token);
        Assert.Equal(whole.Steps.Select(step => step.Value), partial.Steps.Select(step => step.Value));
        Assert.Equal([false, true], partial.Steps.Select(step => step.IsPartial));

        // The same in a document: as far as the caret, whatever stands after it.
        var trace = TraceReader.Read($"Problem: {Problem}\n\nStep 1: {First}\n\nStep 2: {Written}000, not that.\n\nStep 3: So it is 17.\n",
            TraceFormat.Markdown).Traces[0];
        var typed = await _scorer.ScorePartialAsync(Model, trace, 1, Written.Length, RequestPriority.Interactive, token);
        Assert.Equal(partial.Steps, typed.Steps);
        var strict = typed with { Profile = typed.Profile with { Threshold = 1 } };
        Assert.DoesNotContain(new Reviewer(ReviewOptions.Default).Review(trace, token).WithScores(strict, ReviewOptions.Default).Findings,
            finding => finding.Step == 1 && finding.Rule.Id == "RR401");
    }

    [Fact]
    public async Task A_step_that_is_not_there_is_refused()
    {
        var trace = TraceReader.Read("Step 1: One.\n", TraceFormat.Markdown).Traces[0];
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => _scorer.ScorePartialAsync(Model, trace, 1, 0, RequestPriority.Interactive, TestContext.Current.CancellationToken));
    }
}
