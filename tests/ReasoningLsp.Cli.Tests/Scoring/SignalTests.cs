using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Models;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Scoring;

/// <summary>What is asked for beside a score a step, computed by the built-in models.</summary>
[Collection("in-process engine")]
public sealed class SignalTests : IDisposable
{
    private const string Solution =
        "---\nanswer: 17\n---\n\nProblem: She had 12 apples and got 5 more. How many has she?\n\nStep 1: Let us see what she "
            + "has.\n\nStep 2: She has 12 + 5 = 17 apples.\n";

    private readonly TestFolder _folder = new();

    public SignalTests() => _folder.Write("a.solution.md", Solution);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_mathematics_alone_is_scored_beside_the_whole_step()
    {
        using var line = JsonDocument.Parse(
            (await RunAsync("review", "a.solution.md", "--profile", "builtin", "--views", "math", "--format", "jsonl")).Lines[0]);
        Assert.Equal(2, line.RootElement.GetProperty("scores").GetArrayLength());
        var score = Assert.Single(line.RootElement.GetProperty("mathematicsScores").EnumerateArray());
        Assert.Equal((1, "12 + 5 = 17"), (score.GetProperty("step").GetInt32(), score.GetProperty("text").GetString()));
        Assert.Equal(score.GetProperty("value").GetDouble() - line.RootElement.GetProperty("scores")[1].GetProperty("value").GetDouble(),
            score.GetProperty("difference").GetDouble(), 1e-5);
        Assert.Contains((await RunAsync("review", "a.solution.md", "--profile", "builtin", "--views", "math")).Lines,
            text => text.Contains("step 2 │", StringComparison.Ordinal) && text.Contains("mathematics alone", StringComparison.Ordinal));
        Assert.Contains("--profile", (await RunAsync("review", "a.solution.md", "--views", "math")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_backward_score_needs_no_profile_and_makes_no_finding()
    {
        using var line = JsonDocument.Parse(
            (await RunAsync("review", "a.solution.md", "--backward", "builtin", "--format", "jsonl")).Lines[0]);
        var backward = line.RootElement.GetProperty("backward");
        Assert.Equal(backward.GetProperty("given").GetDouble() - backward.GetProperty("alone").GetDouble(),
            backward.GetProperty("value").GetDouble(), 1e-5);
        Assert.Empty(line.RootElement.GetProperty("findings").EnumerateArray());
        var shown = await RunAsync("review", "a.solution.md", "--backward", "builtin");
        Assert.Contains("backward score ", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("backward score", (await RunAsync("review", "a.solution.md", "--backward", "builtin", "--format", "html")).Output,
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Bench_tells_what_the_views_and_the_backward_score_are_worth()
    {
        _folder.Write("set.jsonl", """
            {"problem": "She had 12 apples and got 5 more. How many has she?", "steps": ["12 + 5 = 17.", "She has 17."], "label": -1}
            {"problem": "A train covers 60 miles in an hour. How many in two?", "steps": ["2 * 60 = 130.", "It covers 130."], "label": 0}

            """);
        using var line = JsonDocument.Parse(
            Assert.Single((await RunAsync("bench", "set.jsonl", "--profile", "builtin", "--views", "math", "--backward", "builtin",
            "--format", "jsonl")).Lines));
        var mathematics = line.RootElement.GetProperty("scores").GetProperty("mathematics");
        Assert.Equal((1, 3), (mathematics.GetProperty("wrong").GetProperty("count").GetInt32(),
            mathematics.GetProperty("wrong").GetProperty("of").GetInt32()));
        Assert.InRange(mathematics.GetProperty("auc").GetProperty("agreement").GetDouble(), 0, 1);
        var backward = line.RootElement.GetProperty("backward");
        Assert.Equal(2, backward.GetProperty("ownFirst").GetProperty("of").GetInt32());
        Assert.InRange(backward.GetProperty("auc").GetProperty("clean").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task Progress_counts_completions_and_tells_it_for_people_and_programs()
    {
        using var line = JsonDocument.Parse(
            Assert.Single((await RunAsync("progress", "a.solution.md", "--writer", "builtin", "--rollouts", "1", "--max-tokens", "32",
            "--format", "jsonl")).Lines));
        Assert.Equal([0, 1, 2],
            line.RootElement.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("steps").GetInt32()));
        Assert.All(line.RootElement.GetProperty("scores").EnumerateArray(),
            score => Assert.Equal("progress", score.GetProperty("signal").GetString()));
        Assert.True(line.RootElement.GetProperty("complete").GetBoolean());
        var spent = await RunAsync("progress", "a.solution.md", "--writer", "builtin", "--rollouts", "9", "--max-tokens", "32", "--budget",
            "40", "--best-of", "4");
        Assert.Contains("step 2 │", spent.Output, StringComparison.Ordinal);
        Assert.Contains("not all that were asked for", spent.Output, StringComparison.Ordinal);
        Assert.Contains("raise --budget", spent.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_solution_of_a_file_is_completed_and_its_rates_become_labels_of_an_export()
    {
        _folder.Write("all.jsonl", """
            {"id":"one","problem":"What is 2 + 2?","steps":["2 + 2 = 4"],"answer":"4"}
            {"id":"two","problem":"What is 2 + 3?","steps":["2 + 3 = 6","It is 6."],"answer":"5"}
            {"id":"none","problem":"What is 2 + 4?","steps":["2 + 4 = 6"]}
            """);
        var result = await RunAsync("progress", "all.jsonl", "--all", "--writer", "builtin", "--rollouts", "1", "--max-tokens", "16",
            "--format", "jsonl");
        Assert.Contains("1 solution left out", result.Error, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        _folder.Write("mc.jsonl", result.Output);
        await RunAsync("review", "all.jsonl", "--run", "all", "--rules", "RR101");
        var export = await RunAsync("export", "all", "--format", "prm800k", "--monte-carlo", "mc.jsonl", "--soft");
        Assert.Contains("soft_rating", export.Output, StringComparison.Ordinal);
        Assert.Contains("Monte Carlo", export.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_say_how_likely_their_answers_are_and_which_chosen_one_lost()
    {
        _folder.Write("pairs.jsonl", """
            {"id":"one","problem":"What is 2 + 2?","steps":["2 + 2 = 4"],"label":-1}
            {"id":"two","problem":"What is 2 + 2?","steps":["2 + 2 = 5"],"label":0}
            """);
        await RunAsync("review", "pairs.jsonl", "--run", "pairs");
        var export = await RunAsync("export", "pairs", "--format", "preference", "--policy", "builtin", "--reference", "builtin");
        Assert.Equal(0, export.ExitCode);
        using var line = JsonDocument.Parse(Assert.Single(export.Lines));
        Assert.True(line.RootElement.GetProperty("chosen_logp").GetDouble() < 0);
        // The same model twice: nothing is gained or lost, but for how tokens fall into batches.
        Assert.Equal(0, line.RootElement.GetProperty("logp_margin").GetDouble(), 0.1);
        Assert.Contains("whose chosen answer lost likelihood", export.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rollouts is from 1 to 256", "--rollouts", "0")]
    [InlineData("or --all", "--all", "--trace", "1")]
    [InlineData("--trace is from 1 to 1", "--trace", "2")]
    [InlineData("raise it, or lower --max-tokens", "--budget", "100")]
    [InlineData("There is no model", "--writer", "nobody")]
    public async Task Progress_says_what_cannot_be_done(string reason, params string[] arguments)
    {
        string[] writer = arguments[0] == "--writer" ? [] : ["--writer", "builtin"];
        var result = await RunAsync(["progress", "a.solution.md", .. writer, .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_right_answer_there_is_nothing_to_count_by()
    {
        _folder.Write("b.solution.md", "Problem: What is 2 + 2?\n\nStep 1: It is 4.\n");
        var result = await RunAsync("progress", "b.solution.md", "--writer", "builtin");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("add --answer TEXT", result.Error, StringComparison.Ordinal);
    }

    private Task<RunResult> RunAsync(params string[] arguments) => TestProgram.RunAsync(_folder, string.Empty, arguments, host => host with
    {
        BuiltInModels = new BuiltInModels(Repository.Path("models")),
        UserFolder = _folder.At("user"),
        CacheFolder = _folder.At("cache"),
    });
}
