using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>The models that come with the product, computed with for real.</summary>
[Collection(nameof(EngineFixture))]
public sealed class BuiltInModelTests(EngineFixture fixture)
{
    private const string Problem =
        "Natalia sold clips to 48 of her friends in April, and then she sold half as many clips in May. How many clips did Natalia "
            + "sell altogether in April and May?";

    private static readonly BuiltInModels BuiltIn = new(Repository.Path("models"));
    private static readonly ModelRegistry NoModels = new(Path.Combine(Path.GetTempPath(), "no-such-folder", "models.json"));

    private readonly TraceScorer _scorer = new(fixture.Engine);

    [Fact]
    public async Task The_reward_model_doubts_a_planted_error_more_than_the_right_step()
    {
        var right = await ScoreAsync(BuiltIn.RewardModel, "Natalia sold 48/2 = 24 clips in May.",
            "Natalia sold 48+24 = 72 clips altogether in April and May.");
        var wrong = await ScoreAsync(BuiltIn.RewardModel, "Natalia sold 48*2 = 96 clips in May.",
            "Natalia sold 48+96 = 144 clips altogether in April and May.");
        Assert.True(wrong[0] < right[0], $"right {right[0]:0.000}, wrong {wrong[0]:0.000}");
        Assert.All(right.Concat(wrong), score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public async Task The_base_alone_and_with_its_adapter_are_told_apart_and_neither_disturbs_the_other()
    {
        var adapted = BuiltIn.RewardModel;
        var plain = adapted with { Model = BuiltIn.Instruct };
        string[] steps = ["Natalia sold 48/2 = 24 clips in May.", "That makes 72."];
        var first = await ScoreAsync(adapted, steps);
        var other = await ScoreAsync(plain, steps);
        Assert.NotEqual(first[0], other[0], 3);
        Assert.Equal(first, await ScoreAsync(adapted, steps));
        Assert.Equal(other, await ScoreAsync(plain, steps));
    }

    [Fact]
    public async Task The_yes_no_verifier_asks_the_instruct_model_one_question_a_step_in_one_pass()
    {
        var model = new ModelChoice { Profile = "yes-no-verifier" }.Resolve(BuiltIn, NoModels);
        var scores = await _scorer.ScoreAsync(model, Problem, ["Natalia sold 24 clips in May.", "So it is 72."],
            RequestPriority.Interactive, TestContext.Current.CancellationToken);
        Assert.Equal(2, scores.Steps.Length);
        Assert.All(scores.Steps, score => Assert.InRange(score.Value, 0.001, 0.999));
        Assert.All(scores.Steps, score => Assert.InRange(score.Residual!.Value, 0, 1));
        Assert.Contains("uncalibrated opinion", ScoreText.Model(scores), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_too_long_for_the_profile_is_read_in_windows_that_say_so()
    {
        var profile = BuiltIn.RewardModel.Profile with { ContextLength = 160 };
        ImmutableArray<string> steps = [.. Enumerable.Range(1, 12)
            .Select(i => $"In month {i} she sells {i} * 48 = {i * 48} clips to her friends at school.")];
        var scores = await _scorer.ScoreAsync(BuiltIn.RewardModel with { Profile = profile }, Problem, steps, RequestPriority.Interactive,
            TestContext.Current.CancellationToken);
        Assert.Equal(12, scores.Steps.Length);
        Assert.Equal(Enumerable.Range(0, 12), scores.Steps.Select(score => score.Step));
        Assert.False(scores.Steps[0].IsWindowed);
        Assert.True(scores.Steps[^1].IsWindowed);
        var error = await Assert.ThrowsAsync<SolutionTooLongException>(() => _scorer.ScoreAsync(
            BuiltIn.RewardModel with { Profile = profile }, Problem, [.. steps[..5], new string('7', 2_000), .. steps[5..]],
            RequestPriority.Interactive, TestContext.Current.CancellationToken));
        Assert.Equal((InferenceError.TooLong, 5, 160), (error.Kind, error.Step, error.Limit));
        Assert.InRange(error.Tokens, 2_000, 2_200);
    }

    [Fact]
    public async Task A_step_of_denser_tokens_than_the_others_is_read_alone_before_it_is_called_too_long()
    {
        // By its characters it would need as much room as the others together; alone with the problem it fits.
        var profile = BuiltIn.RewardModel.Profile with { ContextLength = 160 };
        var plain = string.Join(' ', Enumerable.Repeat("and so she goes on with the other friends", 9));
        ImmutableArray<string> steps = [plain, "She has 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7.", plain];
        var scores = await _scorer.ScoreAsync(BuiltIn.RewardModel with { Profile = profile }, Problem, steps,
            RequestPriority.Interactive, TestContext.Current.CancellationToken);
        Assert.Equal(3, scores.Steps.Length);
    }

    [Fact]
    public async Task A_profile_that_does_not_fit_the_model_is_refused_with_the_reason()
    {
        var shepherd = new ScoringModel(ProfileCatalog.Find("math-shepherd")!, BuiltIn.Instruct);
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => _scorer.ScoreAsync(shepherd, Problem, ["One."], RequestPriority.Interactive, TestContext.Current.CancellationToken));
        Assert.Contains("does not fit", error.Message, StringComparison.Ordinal);
        var head = BuiltIn.RewardModel with { Profile = ProfileCatalog.Find("skywork-o1-open-prm")! };
        await Assert.ThrowsAsync<InferenceException>(
            () => _scorer.ScoreAsync(head, Problem, ["One."], RequestPriority.Interactive, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_critique_without_a_verdict_is_no_score()
    {
        var profile = ProfileCatalog.Find("spc-critic")!;
        profile = profile with { Reading = profile.Reading with { Critique = profile.Reading.Critique! with { MaximumTokens = 8 } } };
        var error = await Assert.ThrowsAsync<ProfileException>(
            () => _scorer.ScoreAsync(new ScoringModel(profile, BuiltIn.Instruct), Problem, ["One."], RequestPriority.Interactive,
            TestContext.Current.CancellationToken));
        Assert.Contains("holds no verdict", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_critique_that_is_asked_for_its_verdict_gives_one_score_a_step()
    {
        var profile = ProfileCatalog.Find("genprm")!;
        profile = profile with { Reading = profile.Reading with { Critique = profile.Reading.Critique! with { MaximumTokens = 8 } } };
        var scores = await _scorer.ScoreAsync(new ScoringModel(profile, BuiltIn.Instruct), Problem, ["One.", "Two."],
            RequestPriority.Interactive, TestContext.Current.CancellationToken);
        Assert.Equal(2, scores.Steps.Length);
    }

    private async Task<double[]> ScoreAsync(ScoringModel model, params string[] steps)
    {
        var scores = await _scorer.ScoreAsync(model, Problem, [.. steps], RequestPriority.Interactive,
            TestContext.Current.CancellationToken);
        return [.. scores.Steps.Select(score => score.Value)];
    }
}
