using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Backward;
using ReasoningLsp.Review.Scoring.Rollouts;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Judges;

/// <summary>
/// No prompt ends with a blank before text that the model writes: tokens of words bring their own, and after one a model goes on with a
/// bare number.
/// </summary>
public sealed class PromptEndTests
{
    // Its authors' code ends so and its models were trained so: RyanLiu112/GenPRM, genprm_inference.py, analyze_template.
    private const string PublishedSo = "genprm";

    private const string Solution =
        "---\nanswer: 10\n---\n\nProblem: Ann has 3 bags of 4 apples and eats 2. How many are left?\n\n"
            + "Step 1: The bags hold 3 * 4 = 13 apples.\n\nStep 2: After eating, 13 - 2 = 11 are left.\n";

    // All of our code that has a model write; whoever adds to it adds its prompt here.
    private static readonly ImmutableArray<string> Writers = ["ChecklistAuthor", "CriterionAuthor", "CritiqueWriter", "ErrorAuthor",
        "Judge", "ModelAdd", "ModelCorrectionWriter", "ModelProof", "ModelSolutionWriter", "ProgressEstimator", "StepTranslator"];

    private static readonly JudgeModel Model = new(new ModelReference("scripted.gguf"), "scripted");
    private static readonly Trace Trace = TraceReader.Read(Solution, TraceFormat.Markdown).Traces[0];

    [Fact]
    public void Nothing_else_has_a_model_write() => Assert.Equal(Writers, Directory
        .GetFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => File.ReadAllText(file) is var text && text.Contains("Pieces = ", StringComparison.Ordinal)
            && text.Contains("MaximumTokens = ", StringComparison.Ordinal))
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Prompts_of_corrections_solutions_completions_reasons_drafts_and_problems_end_without_a_blank()
    {
        var token = TestContext.Current.CancellationToken;
        var critic = new ScriptedCritic((_, _) => " The bags hold 12.", _ => 0.5);
        var review = new Reviewer(ReviewOptions.Default).Review(Trace, token);
        await foreach (var _ in new ModelCorrectionWriter(critic, Model, CorrectionOptions.Default).WriteAsync(
            new CorrectionBrief(Trace, 0, review.Findings, []), _ => false, token))
            continue;
        await new ModelSolutionWriter(critic, Model, 1, []).WriteAsync(Trace, 1, 64, token);
        await foreach (var _ in new ProgressEstimator(critic, Model, new RolloutOptions { Rollouts = 1 }).EstimateAsync(Trace, "10", token))
            continue;
        await new Judge(critic).ReasonAsync(Model, Trace, "Is it right?", RequestPriority.Interactive, token);
        await new Judge(critic).AskAsync(Model, Trace, ["Is it right?"], QuestionForm.Variations, RequestPriority.Interactive, token);
        await new ChecklistAuthor(critic, Model).WriteAsync(review, "draft", token);
        await new CriterionAuthor(critic, Model).MineAsync("Right it is ", "Wrong it is ", token);
        await new CriterionAuthor(critic, Model).RewordAsync("Is it right? ", token);
        await new ErrorAuthor(critic, Model).WriteAsync("Add. ", ["2 + 2 = 4. "], 0, 0, token);
        await new StepTranslator(critic, Model).WriteAsync("de", "Add. ", ["Two and 2 make 4. "], token);
        await new BackwardScorer(critic).ScoreAsync(Model, Trace, RequestPriority.Interactive, token);
        Assert.True(critic.Written.Count >= 12);
        Assert.All(critic.Written, request => AssertEnd(request.Pieces));
        Assert.All(critic.Compared, request => Assert.All(request.Continuations, each => AssertEnd([.. request.Prefix, .. each])));
        Assert.Contains(critic.Compared, request => request.Prefix[^1].Text == "Problem:\n");
    }

    [Fact]
    public async Task Prompts_of_critics_end_without_a_blank_but_for_one_that_is_published_so()
    {
        foreach (var profile in ProfileCatalog.All.Where(profile => profile.Reading.Kind == ProfileKind.Generate))
        {
            var critic = new ScriptedCritic((_, _) => "<Answer>Correct</Answer>", _ => 0.5);
            await new TraceScorer(critic).ScoreAsync(new ScoringModel(profile, Model.Model), Trace, RequestPriority.Interactive,
                TestContext.Current.CancellationToken);
            Assert.NotEmpty(critic.Written);
            if (profile.Name == PublishedSo)
                Assert.All(critic.Written,
                    request => Assert.EndsWith(" step by step: ", request.Pieces[^1].Text, StringComparison.Ordinal));
            else
                Assert.All(critic.Written, request => AssertEnd(request.Pieces));
            // Nor does what is asked before a verdict.
            Assert.All(critic.Read, text => Assert.False(EndsBlank(text), text));
        }
    }

    private static void AssertEnd(ImmutableArray<PromptPiece> pieces) =>
        Assert.False(EndsBlank(string.Concat(pieces.Select(piece => piece.Text))), pieces[^1].Text);

    private static bool EndsBlank(string text) => text.EndsWith(' ') || text.EndsWith('\t') || text.EndsWith('\u00A0');
}
