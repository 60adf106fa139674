using System.Text.Json;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Judges;

/// <summary>A draft begins with what the problem's text says, and takes from a model what is new and of this problem.</summary>
public sealed class ChecklistDraftTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_given_asked_and_stated_comes_first_and_generic_or_repeated_questions_are_dropped()
    {
        var draft = await DraftAsync("Ann has 3 bags of 4 apples and 2 pears. If she eats an apple, how many apples are left?", """
            - Is the problem clearly stated?
            - Is the solution correct?
            - Are the apples in all bags counted?
            - Are the apples in all the bags counted?
            - How many apples are there?
            - Does the solution take away the apple that Ann eats?
            """);
        var questions = draft.List.Items.Select(item => item.Question).ToList();
        Assert.Contains("Is \"3 bags\" used, or is it said why it is not needed?", questions);
        Assert.Contains("Is \"2 pears\" used, or is it said why it is not needed?", questions);
        Assert.Contains(questions, question => question.StartsWith("Is this answered: If she eats an apple", StringComparison.Ordinal));
        Assert.Equal(["Are the apples in all bags counted?", "Does the solution take away the apple that Ann eats?"],
            questions.Skip(draft.FromProblem));
        Assert.Equal(4, draft.Dropped);
    }

    [Fact]
    public async Task Times_rates_and_words_of_numbers_are_givens_and_exponents_are_none()
    {
        var draft = await DraftAsync(
            "A train leaves at 9:40 and travels at 60 km/h. Assume that it never stops. If $x^2 = 3$, find the price in euros.", """
            - Is the answer 10?
            - Does the solution take away the apples that Ann eats?
            - Does the train leave at 9:40?
            - Is the speed converted before the arrival of the train is calculated?
            """);
        Assert.Equal(["Is \"9:40\" used, or is it said why it is not needed?", "Is \"60 km/h\" used, or is it said why it is not needed?"],
            draft.List.Items.Select(item => item.Question).Where(question => question.Contains("used", StringComparison.Ordinal)));
        Assert.Contains(draft.List.Items, item => item.Question == "Is this condition kept: Assume that it never stops?");
        Assert.DoesNotContain(draft.List.Items, item => item.Question.Contains(".?", StringComparison.Ordinal));
        // Neither what is of another problem, nor what this one says itself.
        Assert.Equal("Is the speed converted before the arrival of the train is calculated?",
            Assert.Single(draft.List.Items.Skip(draft.FromProblem)).Question);
        Assert.Equal(3, draft.Dropped);
    }

    [Fact]
    public async Task Of_real_drafts_no_question_is_kept_twice_and_none_that_is_of_no_problem()
    {
        foreach (var line in File.ReadLines(SharedData.Require("fixtures/replies/checklists.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var problem = json.RootElement.GetProperty("problem").GetString()!;
            foreach (var reply in json.RootElement.GetProperty("replies").EnumerateArray())
            {
                var text = reply.GetProperty("text").GetString()!;
                var draft = await DraftAsync(problem, text);
                var lines = text.Split('\n').Count(each => each.Trim().Length > 0);
                Assert.Equal(lines, draft.Dropped + draft.List.Items.Length - draft.FromProblem);
                Assert.True(draft.FromProblem >= 2, problem);
                Assert.InRange(draft.List.Items.Length - draft.FromProblem, 0, 4);
                Assert.All(draft.List.Items, item => Assert.DoesNotContain("(Yes", item.Question, StringComparison.Ordinal));
                output.WriteLine(string.Join('\n', draft.List.Items.Select(item => item.Question)) + $"\n{draft.Dropped} dropped\n");
            }
        }
    }

    private static Task<ChecklistDraft> DraftAsync(string problem, string written)
    {
        var line = JsonSerializer.Serialize(new { problem, steps = new[] { "We count." } });
        var trace = TraceReader.Read(line, TraceFormat.JsonLines).Traces[0];
        var review = new Reviewer(ReviewOptions.Default).Review(trace, Token);
        var model = new ScriptedModel((_, _) => written);
        var judge = new JudgeModel(new ModelReference("scripted.gguf"), "scripted");
        return new ChecklistAuthor(model, judge).WriteAsync(review, "draft", Token);
    }
}
