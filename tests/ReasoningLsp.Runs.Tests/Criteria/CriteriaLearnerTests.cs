using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Runs.Criteria;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Tests.Support;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Criteria;

/// <summary>Questions are learned from decisions: those stay that tell right from wrong, in the wording that agrees with people, and their
/// worth is measured where nothing was learned.</summary>
public sealed class CriteriaLearnerTests
{
    private const string Tells = "Is every unit carried along?";
    private const string Better = "Does every number keep its unit?";
    private const string Noise = "Is the handwriting neat?";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_tells_right_from_wrong_stays_in_the_wording_that_agrees_with_people()
    {
        var (learn, held) = CriteriaLearner.Split(Judged(24));
        Assert.Empty(learn.Select(each => each.Problem).Intersect(held.Select(each => each.Problem)));
        Assert.True(CriteriaLearner.IsEnough(learn) && CriteriaLearner.IsEnough(held));
        await using var engine = new ScriptedEngine($"- {Tells}\n- {Noise}\n", $"- {Better}\n");
        var learned = await Learner(engine).LearnAsync(learn, held, [new ChecklistItem(Noise)], _ => { }, Cancel);
        var criterion = Assert.Single(learned.Criteria);
        Assert.Equal((Better, 2), (criterion.Question, criterion.Wordings));
        Assert.True(criterion.Duels > 10);
        Assert.Equal((2, learn.Length, held.Length), (learned.Tried, learned.Learned, learned.Held));
        Assert.Equal(1, learned.After!.Value.Auc);
        Assert.Equal(0.5, learned.Before!.Value.Auc);
    }

    [Fact]
    public void A_class_that_solved_one_problem_is_split_by_solutions_and_those_of_one_text_stay_together()
    {
        List<JudgedTrace> judged = [.. Enumerable.Range(0, 32).Select(at => JudgedTrace.Of(
            Kept.Of(at, "the one", [$"It is {at / 2}."], at % 4 < 2 ? -1 : 0), LabelSource.Records, null)!)];
        var (learn, held) = CriteriaLearner.Split(judged);
        Assert.True(CriteriaLearner.IsEnough(learn) && CriteriaLearner.IsEnough(held));
        Assert.Empty(learn.Select(each => each.Text).Intersect(held.Select(each => each.Text)));
    }

    [Fact]
    public async Task Where_no_question_tells_them_apart_nothing_is_learned()
    {
        var (learn, held) = CriteriaLearner.Split(Judged(24));
        await using var engine = new ScriptedEngine($"- {Noise}\n", string.Empty);
        var learned = await Learner(engine).LearnAsync(learn, held, [], _ => { }, Cancel);
        Assert.Empty(learned.Criteria);
        Assert.Null(learned.After);
    }

    [Fact]
    public void Decisions_and_marks_judge_and_what_is_aimed_at_a_judge_is_left_out()
    {
        var trace = Kept.Of(0, "p", ["a"], 0);
        Assert.False(JudgedTrace.Of(trace, LabelSource.Records, null)!.IsRight);
        var unlabelled = Kept.Of(1, "p", ["a"]);
        Assert.Null(JudgedTrace.Of(unlabelled, LabelSource.Records, null));
        Assert.Null(JudgedTrace.Of(unlabelled, LabelSource.Records, 2));
        Assert.True(JudgedTrace.Of(unlabelled, LabelSource.Records, 3)!.IsRight);
        Assert.False(JudgedTrace.Of(unlabelled, LabelSource.Records, 1)!.IsRight);
        Assert.Null(JudgedTrace.Of(Kept.Of(2, "p", ["a"], 0, Kept.Error(0, rule: "RR602")), LabelSource.Records, null));
    }

    [Fact]
    public void Duels_find_the_best_and_ask_little_of_the_worst()
    {
        double[] strength = [0.1, 0.9, 0.5, 0.2];
        var (duels, random, met) = (new Duels(strength.Length, 1), new Random(2), new int[strength.Length]);
        for (var at = 0; at < 400; at++)
        {
            var (one, other) = duels.Next();
            Assert.NotEqual(one, other);
            met[one]++;
            met[other]++;
            if (random.NextDouble() < strength[one] / (strength[one] + strength[other]))
                duels.Won(one, other);
            else
                duels.Won(other, one);
        }

        Assert.Equal(1, duels.Winner());
        Assert.True(met[1] > met[0] + met[3], string.Join(' ', met));
    }

    private static CriteriaLearner Learner(ScriptedEngine engine)
    {
        var model = new JudgeModel(new ModelReference("m.gguf"), "scripted");
        return new CriteriaLearner(new Judge(engine), model, new CriterionAuthor(engine, model));
    }

    // Right ones name their units.
    private static List<JudgedTrace> Judged(int count) => [.. Enumerable.Range(0, count).Select(at =>
        JudgedTrace.Of(Kept.Of(at, $"problem {at / 2}", [at % 2 == 0 ? "It is 5 apples." : "It is 5."], at % 2 == 0 ? -1 : 0),
            LabelSource.Records, null)!)];

    /// <summary>Writes what it was told, and answers as the question and the solution say.</summary>
    private sealed class ScriptedEngine(string mined, string reworded) : IInferenceEngine
    {
        public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
            Task.FromResult(new ModelDescription("scripted", "scripted", "h", 10, 4096, 8, 1, 1));

        public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken)
        {
            var isRight = request.Prefix.Any(piece => piece.Text.Contains("5 apples", StringComparison.Ordinal));
            return Task.FromResult(new CompareResult([.. request.Continuations.Select(question => Answer(string.Concat(question
                .Select(piece => piece.Text)), isRight))], [], 0));
        }

        public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken)
        {
            var asks = string.Concat(request.Pieces.Select(piece => piece.Text));
            var text = asks.Contains("in other words", StringComparison.Ordinal) ? reworded : mined;
            return Task.FromResult(new GenerateResult(text, 1, true, null));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static double[] Answer(string question, bool isRight)
        {
            var yes = question.Contains(Better, StringComparison.Ordinal) ? isRight ? 0.95 : 0.05
                : question.Contains(Tells, StringComparison.Ordinal) ? isRight ? 0.7 : 0.4 : 0.5;
            return [Math.Log(yes), Math.Log(1 - yes), 0];
        }
    }
}
