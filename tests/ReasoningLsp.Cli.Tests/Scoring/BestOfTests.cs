using System.Text;
using System.Text.Json;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Scoring;

/// <summary>Whole solutions by the built-in model, ranked beside the existing one on the command line; and what bench says of a
/// judge.</summary>
[Collection("in-process engine")]
public sealed class BestOfTests : IDisposable
{
    private const string Solution =
        "Problem: She had 12 apples and got 5 more. How many has she?\n\nStep 1: She has 12 + 5 = 18 apples. The answer is 18.\n";

    private readonly TestFolder _folder = new();

    public BestOfTests() => _folder.Write("a.solution.md", Solution);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_solution_is_a_line_when_ready_and_only_what_ranks_first_is_written()
    {
        _folder.Write("ours.md", "- [ ] Does every equality hold?\n");
        var result = await RunAsync("refine", "a.solution.md", "--best-of", "2", "--by", "checklist", "--checklist", "ours.md", "--writer",
            "builtin", "--max-tokens", "48", "--write", "--format", "jsonl");
        Assert.Equal(string.Empty, result.Error);
        var lines = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        // Two are written at once: whichever is done first is told first.
        var candidates = lines.SkipLast(1).OrderBy(line => line.GetProperty("candidate").GetInt32()).ToList();
        Assert.Equal([0, 1, 2], candidates.Select(line => line.GetProperty("candidate").GetInt32()));
        Assert.Equal((true, 0.0), (candidates[0].GetProperty("refuted").GetBoolean(), candidates[0].GetProperty("value").GetDouble()));
        Assert.All(candidates.Skip(1), line => Assert.InRange(line.GetProperty("tokens").GetInt32(), 1, 48));
        var end = lines[^1];
        Assert.Equal((2, 2, true),
            (end.GetProperty("written").GetInt32(), end.GetProperty("asked").GetInt32(), end.GetProperty("complete").GetBoolean()));
        Assert.False(end.GetProperty("verified").GetBoolean());
        var winner = candidates[end.GetProperty("winner").GetInt32()];
        // A small model seldom solves anything; whatever it wrote, the best stands in the file and its problem is untouched.
        var after = TraceReader.Read(_folder.Read("a.solution.md"), TraceFormat.Markdown).Traces[0];
        Assert.Equal(winner.GetProperty("text").EnumerateArray().Select(step => step.GetString()),
            after.Steps.Select(step => step.Text.Text.Trim()));
        Assert.StartsWith(Solution.Split("Step 1:")[0], _folder.Read("a.solution.md"), StringComparison.Ordinal);
        Assert.Equal(winner.GetProperty("refuted").GetBoolean() ? 1 : 0, result.ExitCode);
    }

    [Fact]
    public async Task By_score_shows_a_table_and_writes_nothing_and_tells_that_the_budget_is_spent()
    {
        var result = await RunAsync("refine", "a.solution.md", "--best-of", "3", "--profile", "builtin", "--writer", "builtin",
            "--max-tokens", "16", "--budget", "20");
        Assert.Contains("by score; 16 tokens; 3 were asked for", result.Output, StringComparison.Ordinal);
        Assert.Contains("existing  1 (RR101)", result.Output, StringComparison.Ordinal);
        Assert.Contains("raise --budget", result.Error, StringComparison.Ordinal);
        Assert.Equal(Solution, _folder.Read("a.solution.md"));
    }

    [Fact]
    public async Task An_interruption_tells_what_is_ready_and_writes_nothing_to_the_file()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new Cancelling(source);
        string[] arguments = ["refine", "a.solution.md", "--best-of", "32", "--writer", "builtin", "--write", "--format", "jsonl"];
        var result = await TestProgram.RunAsync(_folder, Stream.Null, arguments, options => new Reviewer(options),
            host => Adapted(host) with { Output = output }, source.Token);
        var end = JsonDocument.Parse(
            Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;
        Assert.Equal((0, 0, 32),
            (end.GetProperty("winner").GetInt32(), end.GetProperty("written").GetInt32(), end.GetProperty("asked").GetInt32()));
        Assert.False(end.GetProperty("complete").GetBoolean());
        Assert.Equal(130, result.ExitCode);
        Assert.Equal(Solution, _folder.Read("a.solution.md"));
    }

    [Theory]
    [InlineData("--best-of is from 2 to 32", "--best-of", "1", "--writer", "builtin")]
    [InlineData("--best-of is from 2 to 32", "--best-of", "33", "--writer", "builtin")]
    [InlineData("add --writer MODEL", "--best-of", "4")]
    [InlineData("add --profile NAME", "--best-of", "4", "--by", "score", "--writer", "builtin")]
    [InlineData("add --checklist NAME", "--best-of", "4", "--by", "checklist", "--writer", "builtin")]
    [InlineData("add --best-of COUNT", "--by", "checks")]
    [InlineData("lower --max-tokens", "--best-of", "4", "--writer", "builtin", "--budget", "100")]
    [InlineData("There is no model", "--best-of", "4", "--writer", "nobody")]
    public async Task Misuse_is_told(string reason, params string[] arguments)
    {
        var result = await RunAsync(["refine", "a.solution.md", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_problem_there_is_nothing_to_solve()
    {
        _folder.Write("b.solution.md", "Step 1: It is 4.\n");
        var result = await RunAsync("refine", "b.solution.md", "--best-of", "2", "--writer", "builtin");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("it states no problem", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bench_tells_what_a_judge_is_worth()
    {
        _folder.Write("set.jsonl", """
            {"problem": "She had 12 apples and got 5 more. How many has she?", "steps": ["12 + 5 = 17.", "She has 17."], "label": -1}
            {"problem": "A train covers 60 miles in an hour. How many in two?", "steps": ["2 * 60 = 130.", "It covers 130."], "label": 0}

            """);
        using var line = JsonDocument.Parse(
            Assert.Single((await RunAsync("bench", "set.jsonl", "--judge", "builtin", "--vary", "--attack", "--format", "jsonl")).Lines));
        var judge = line.RootElement.GetProperty("judge");
        Assert.Equal((2, 1), (judge.GetProperty("judged").GetInt32(), judge.GetProperty("clean").GetInt32()));
        Assert.InRange(judge.GetProperty("auc").GetProperty("value").GetDouble(), 0, 1);
        Assert.Equal((1, 1), (judge.GetProperty("wrongFlagged").GetProperty("count").GetInt32(),
            judge.GetProperty("wrongFlagged").GetProperty("of").GetInt32()));
        Assert.Equal(2, judge.GetProperty("sameBackwards").GetProperty("count").GetInt32());
        Assert.Equal(["Spanish", "all"],
            judge.GetProperty("flips").EnumerateArray().Select(flip => flip.GetProperty("language").GetString()));
        Assert.Equal(2, (await RunAsync("bench", "set.jsonl", "--vary")).ExitCode);
    }

    private Task<RunResult> RunAsync(params string[] arguments) =>
        TestProgram.RunAsync(_folder, Stream.Null, arguments, options => new Reviewer(options), Adapted,
        TestContext.Current.CancellationToken);

    private ProgramHost Adapted(ProgramHost host) => host with
    {
        BuiltInModels = new BuiltInModels(Repository.Path("models")),
        UserFolder = _folder.At("user"),
        CacheFolder = _folder.At("cache"),
    };

    /// <summary>Interrupts the run as soon as something is written.</summary>
    private sealed class Cancelling(CancellationTokenSource source) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            source.Cancel();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
