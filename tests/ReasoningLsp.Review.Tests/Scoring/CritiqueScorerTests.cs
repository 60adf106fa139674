using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Caching;
using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>Families that write critiques are fed and read as in their authors' code, and only what an edit changed is written anew.
/// </summary>
public sealed class CritiqueScorerTests : IDisposable
{
    private static readonly ImmutableArray<string> Steps = ["One.", "Two.", "Three."];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(_folder, "scores.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Genprm_gets_one_step_a_turn_and_keeps_its_verdicts()
    {
        var critic = new ScriptedCritic((prompt, _) => prompt.Contains("Paragraph 2", StringComparison.Ordinal)
            ? "This is false.\n</analyze>\nand more" : "Fine.\n</analyze>\n",
            text => text.Contains("false", StringComparison.Ordinal) ? 0.2 : 0.9);
        var scores = await ScoreAsync(critic, "genprm", Steps);
        Assert.Equal([0.9, 0.2, 0.2], scores.Steps.Select(step => Math.Round(step.Value, 9)));
        const string First = "<|im_start|>system\nYou are a math teacher. Your task is to review and critique the paragraphs in solution "
            + "step by step.<|im_end|>\n<|im_start|>user\nQuestion: P?\n\nOne.<|im_end|>\n<|im_start|>assistant\n<analyze>\nLet's analyze "
            + "the Paragraph 1 step by step: ";
        const string Second = "Fine.\n</analyze>\n<output>\n**Judgement**: $\\boxed{Yes}$\n</output>\n<|im_end|>\n<|im_start|>user\nTwo."
            + "<|im_end|>\n<|im_start|>assistant\n<analyze>\nLet's analyze the Paragraph 2 step by step: ";
        const string Third = "This is false.\n</analyze>\n<output>\n**Judgement**: $\\boxed{No}$\n</output>\n<|im_end|>\n<|im_start|>user\n"
            + "Three.<|im_end|>\n<|im_start|>assistant\n<analyze>\nLet's analyze the Paragraph 3 step by step: ";
        Assert.Equal([First, First + Second, First + Second + Third],
            critic.Written.Select(request => ScriptedCritic.Text(request.Pieces)));
        Assert.Equal(First + "Fine.\n</analyze>\n<output>\n**Judgement**: $\\boxed{", critic.Read.First());
    }

    [Fact]
    public async Task R_prm_votes_ten_times_all_at_once_and_the_score_is_the_mean()
    {
        var critic = new ScriptedCritic((_, seed) => $"Analysis {seed}. Verification: Is the step correct (Yes/No)? No",
            text => text.Contains("Analysis 1.", StringComparison.Ordinal) ? 0.1 : 0.7, together: 20);
        var scores = await ScoreAsync(critic, "r-prm", ["One.", "Two."]);
        Assert.All(scores.Steps, step => Assert.Equal(0.64, step.Value, 1e-9));
        Assert.Equal(20, critic.Written.Count);
        Assert.Equal(2, critic.Written.Select(request => ScriptedCritic.Text(request.Pieces)).Distinct().Count());
        Assert.Equal(10, critic.Written.Select(request => request.Seed).Distinct().Count());
        Assert.All(critic.Written, request => Assert.Equal((0.95, 0.95), (request.Temperature, request.TopP)));
        Assert.EndsWith("Previous Steps: Step 1: One.\nNow Step: Step 2: Two.\nPlease carefully analyze the correctness of the Now Step.\n"
            + "Reply: <|im_end|>\n<|im_start|>assistant\n", ScriptedCritic.Text(critic.Written.Last().Pieces), StringComparison.Ordinal);
        Assert.All(critic.Read, text => Assert.EndsWith(". Verification: Is the step correct (Yes/No)?", text, StringComparison.Ordinal));
    }

    /// <summary>As in its authors' code, a critique that never comes to its question is asked another one.</summary>
    [Fact]
    public async Task R_prm_asks_otherwise_where_a_critique_never_came_to_its_question()
    {
        var critic = new ScriptedCritic((_, seed) => seed == 1 ? "Analysis. Verification: Is the step correct (Yes/No)? No" : "Analysis,",
            text => text.EndsWith("Analysis,\nBased on your analysis. Is the answer correct (Yes/No)?", StringComparison.Ordinal) ? 0.2
                : text.EndsWith("Verification: Is the step correct (Yes/No)?", StringComparison.Ordinal) ? 0.7 : 0, together: 10);
        var scores = await ScoreAsync(critic, "r-prm", ["One."]);
        Assert.Equal((0.7 + (9 * 0.2)) / 10, scores.Steps[0].Value, 1e-9);
        Assert.All(critic.Written, request => Assert.Empty(request.Stops));
    }

    [Fact]
    public async Task Genprm_draws_from_the_twenty_likeliest_tokens()
    {
        var critic = new ScriptedCritic((_, _) => "Fine.\n</analyze>\n", _ => 0.9);
        await ScoreAsync(critic, "genprm", ["One."]);
        Assert.Equal((0.6, 0.95, 20), critic.Written.Select(request => (request.Temperature, request.TopP, request.TopK)).Single());
    }

    [Fact]
    public async Task Thinkprm_decides_by_its_probability_of_yes_and_not_by_the_words_it_wrote()
    {
        var critic = new ScriptedCritic((_, _) => " Step 1 is \\boxed{incorrect}.\n</think>\nIs the solution correct? No", _ => 0.8);
        var scores = await ScoreAsync(critic, "thinkprm", ["One.", "Two."]);
        Assert.Equal([0.8, 0.8], scores.Steps.Select(step => Math.Round(step.Value, 9)));
        Assert.All(critic.Read, text => Assert.EndsWith("\\boxed{incorrect}.\n\nIs the solution correct?", text, StringComparison.Ordinal));
        Assert.Contains("[Solution]\n\nStep 1: One.\nStep 2: Two.\n\nReview and critique",
            ScriptedCritic.Text(critic.Written.Last().Pieces), StringComparison.Ordinal);
        Assert.DoesNotContain("Two.", ScriptedCritic.Text(critic.Written.First().Pieces), StringComparison.Ordinal);
        Assert.EndsWith("\nLet's verify step by step:", ScriptedCritic.Text(critic.Written.Last().Pieces), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("genprm", 1)]
    [InlineData("r-prm", 10)]
    [InlineData("spc-critic", 1)]
    [InlineData("thinkprm", 1)]
    public async Task Only_prompts_that_an_edit_changed_are_written_anew(string name, int votes)
    {
        var critic = new ScriptedCritic((prompt, _) => $"About {prompt.Length}: <Answer>Correct</Answer>", _ => 0.7);
        using var store = new ScoreStore(File, TimeProvider.System);
        var model = Model(name);
        async Task<int> WrittenAsync(params string[] steps)
        {
            var before = critic.Written.Count;
            // Each time as after a start of the program.
            using var scorer = new CachedTraceScorer(critic, store, () => "build");
            var scores = await scorer.ScoreAsync(model, PlainTrace.Of("P?", [.. steps]), RequestPriority.Interactive,
                TestContext.Current.CancellationToken);
            Assert.Equal(steps.Length, scores.Steps.Length);
            return critic.Written.Count - before;
        }

        Assert.Equal(3 * votes, await WrittenAsync("One.", "Two.", "Three."));
        Assert.Equal(0, await WrittenAsync("One.", "Two.", "Three."));
        // The prompts of later steps hold the one that changed.
        Assert.Equal(2 * votes, await WrittenAsync("One.", "Two!", "Three."));
        Assert.Equal(votes, await WrittenAsync("One.", "Two!", "Three!"));
        Assert.Equal(votes, await WrittenAsync("One.", "Two.", "Three.", "Four."));
    }

    [Fact]
    public async Task A_prompt_that_holds_one_step_alone_is_not_written_anew_for_another()
    {
        var critic = new ScriptedCritic((_, _) => "<Answer>Correct</Answer>", _ => 0.7);
        using var store = new ScoreStore(File, TimeProvider.System);
        var spc = ProfileCatalog.Find("spc-critic")!;
        var alone = spc with { Prompt = spc.Prompt with { Step = spc.Prompt.FirstStep!.Value, FirstStep = null } };
        var model = new ScoringModel(alone, ModelReference.Served(new RemoteModel("http://localhost:1", "m")));
        foreach (var (steps, written) in ((ImmutableArray<string>, int)[])[(["One.", "Two.", "Three."], 3), (["One.", "Two!", "Three."], 4),
            (["Zero.", "One.", "Two!", "Three."], 5)])
        {
            using var scorer = new CachedTraceScorer(critic, store, () => "build");
            await scorer.ScoreAsync(model, PlainTrace.Of("P?", steps), RequestPriority.Interactive, TestContext.Current.CancellationToken);
            Assert.Equal(written, critic.Written.Count);
        }
    }

    [Fact]
    public async Task More_votes_add_to_those_that_are_there()
    {
        var critic = new ScriptedCritic((_, seed) => $"{seed}", _ => 0.7);
        using var store = new ScoreStore(File, TimeProvider.System);
        foreach (var (votes, written) in ((int, int)[])[(2, 2), (5, 5), (3, 5)])
        {
            var choice = new ModelChoice { Profile = "m", Votes = votes };
            var registry = new ModelRegistry(Path.Combine(_folder, "models.json"));
            registry.Add(new InstalledModel("m", "thinkprm", null) { Address = "http://localhost:1", RemoteModel = "m" });
            using var scorer = new CachedTraceScorer(critic, store, () => "build");
            await scorer.ScoreAsync(choice.Resolve(BuiltInModels.BesideProgram, registry), PlainTrace.Of("P?", ["One."]),
                RequestPriority.Interactive, TestContext.Current.CancellationToken);
            Assert.Equal(written, critic.Written.Count);
        }

        // The likeliest text would be the same each time.
        Assert.All(critic.Written, request => Assert.True(request.Temperature > 0));
    }

    [Theory]
    [InlineData("yes-no-verifier", 2, "writes no critiques")]
    [InlineData("thinkprm", 65, "1 to 64")]
    [InlineData("thinkprm", 0, "1 to 64")]
    public void Votes_that_nobody_can_give_are_refused(string profile, int votes, string message)
    {
        var registry = new ModelRegistry(Path.Combine(_folder, "models.json"));
        registry.Add(new InstalledModel("m", profile, null) { Address = "http://localhost:1", RemoteModel = "m" });
        var error = Assert.Throws<ProfileException>(() => new ModelChoice { Profile = "m", Votes = votes }
            .Resolve(BuiltInModels.BesideProgram, registry));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static ScoringModel Model(string name) =>
        new(ProfileCatalog.Find(name)!, ModelReference.Served(new RemoteModel("http://localhost:1", "m")));

    private static Task<TraceScores> ScoreAsync(ScriptedCritic critic, string name, ImmutableArray<string> steps) =>
        new TraceScorer(critic).ScoreAsync(Model(name), "P?", steps, RequestPriority.Interactive, TestContext.Current.CancellationToken);
}
