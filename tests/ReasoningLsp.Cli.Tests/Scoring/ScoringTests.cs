using System.Text.Json;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Scoring;

/// <summary>Scores from the command line, computed by the built-in models.</summary>
[Collection("in-process engine")]
public sealed class ScoringTests : IDisposable
{
    private const string Solution =
        "Problem: She had 12 apples and got 5 more. How many has she?\n\nStep 1: She had 12 apples and got 5 more.\n\nStep 2: So 12 + "
            + "5 = 18.\n\nStep 3: She has 18 apples.\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Jsonl_tells_one_score_a_step_and_a_second_run_takes_them_from_the_cache()
    {
        _folder.Write("a.solution.md", Solution);
        var first = await RunAsync("review", "a.solution.md", "--profile", "builtin", "--format", "jsonl");
        using var line = JsonDocument.Parse(Assert.Single(first.Lines));
        var scores = line.RootElement.GetProperty("scores").EnumerateArray().ToList();
        Assert.Equal([0, 1, 2], scores.Select(score => score.GetProperty("step").GetInt32()));
        Assert.All(scores, score => Assert.InRange(score.GetProperty("value").GetDouble(), 0, 1));
        Assert.All(scores, score => Assert.Equal(("correctness", "reasoning-prm-135m", false),
            (score.GetProperty("signal").GetString(), score.GetProperty("profile").GetString(),
            score.GetProperty("partial").GetBoolean())));
        var aggregates = line.RootElement.GetProperty("aggregates");
        var values = scores.Select(score => score.GetProperty("value").GetDouble()).ToList();
        Assert.Equal(("minimum", values.Min()), (aggregates.GetProperty("rule").GetString(), aggregates.GetProperty("value").GetDouble()));
        Assert.Equal(values.Sum(value => Math.Min(value - 0.58, 0)), aggregates.GetProperty("clip").GetDouble(), 1e-5);
        Assert.Equal(values[0] - values[1], aggregates.GetProperty("steps")[0].GetProperty("delta").GetDouble(), 1e-5);
        // Hints change neither the first error step nor the exit code that the exact checks give.
        Assert.Equal(1, line.RootElement.GetProperty("firstErrorStep").GetInt32());
        Assert.Equal(1, first.ExitCode);
        Assert.Equal(first.Output, (await RunAsync("review", "a.solution.md", "--profile", "builtin", "--format", "jsonl")).Output);
        Assert.Contains("3 scores", (await RunAsync("cache")).Output, StringComparison.Ordinal);
        Assert.Contains("3 scores forgotten", (await RunAsync("cache", "clear")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_keeps_every_score_and_verdict_in_the_properties_of_its_run()
    {
        _folder.Write("a.solution.md", Solution);
        _folder.Write("b.solution.md", Solution);
        string[] command = ["review", "a.solution.md", "b.solution.md", "--profile", "builtin", "--checklist", "worked-solution"];
        var lines = (await RunAsync([.. command, "--format", "jsonl"])).Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        await RunAsync([.. command, "--format", "sarif", "--output", "log.sarif", "--rule-pages", "https://forge.example/r"]);
        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.At("log.sarif"), TestContext.Current.CancellationToken));
        var traces = log.RootElement.GetProperty("runs")[0].GetProperty("properties").GetProperty("traces").EnumerateArray().ToList();
        Assert.Equal(["a.solution.md", "b.solution.md"], traces.Select(trace => trace.GetProperty("file").GetString()));
        foreach (var key in new[] { "scores", "aggregates", "checklist", "passRate" })
            Assert.All(traces.Zip(lines),
                pair => Assert.True(JsonElement.DeepEquals(pair.Second.GetProperty(key), pair.First.GetProperty(key)), key));
        Assert.Equal(string.Empty,
            string.Join("\n", await SarifMultitool.ValidateAsync(_folder.At("log.sarif"), _folder.At("complaints.sarif"),
            TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_terminal_shows_a_bar_a_step_what_it_means_and_where_an_exact_check_says_otherwise()
    {
        _folder.Write("a.solution.md", Solution);
        var result = await RunAsync("review", "a.solution.md", "--profile", "builtin");
        Assert.Contains("scores: probability that this step is right", result.Output, StringComparison.Ordinal);
        Assert.Contains("a very small, weak model", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, result.Lines.Count(line => line.Contains('█', StringComparison.Ordinal)));
        Assert.Contains(result.Lines,
            line => line.Contains("all │", StringComparison.Ordinal) && line.Contains("(minimum); clip ", StringComparison.Ordinal));
        Assert.Contains(result.Lines,
            line => line.Contains("step 2 │", StringComparison.Ordinal)
            && (line.Contains("doubted", StringComparison.Ordinal)
                || line.Contains("an exact check refutes it", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_step_that_repeats_another_is_shown_faded()
    {
        const string Long = "She had 12 apples and got 5 more from her aunt.";
        _folder.Write("a.solution.md",
            Solution.Replace("She had 12 apples and got 5 more.", Long, StringComparison.Ordinal) + $"\nStep 4: {Long}\n");
        Assert.Contains("step 4 │",
            Assert.Single((await RunWithChecksAsync("review", "a.solution.md", "--profile", "builtin")).Lines,
            line => line.Contains("faded", StringComparison.Ordinal)), StringComparison.Ordinal);
        var page = await RunWithChecksAsync("review", "a.solution.md", "--profile", "builtin", "--format", "html");
        Assert.Equal(2, page.Output.Split(" faded\">").Length);
        Assert.Contains("All steps: ", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_step_that_is_still_written_has_a_score_so_far_and_no_finding_by_it()
    {
        _folder.Write("a.solution.md", Solution);
        using var whole = JsonDocument.Parse(
            (await RunAsync("review", "a.solution.md", "--profile", "builtin", "--format", "jsonl")).Lines[0]);
        using var line = JsonDocument.Parse(
            (await RunAsync("review", "a.solution.md", "--profile", "builtin", "--partial-last", "--format", "jsonl")).Lines[0]);
        Assert.Equal([false, false, true],
            line.RootElement.GetProperty("scores").EnumerateArray().Select(score => score.GetProperty("partial").GetBoolean()));
        Assert.Equal(
            whole.RootElement.GetProperty("scores").EnumerateArray().Select(score => score.GetProperty("value").GetDouble()),
            line.RootElement.GetProperty("scores").EnumerateArray().Select(score => score.GetProperty("value").GetDouble()));
        Assert.DoesNotContain(line.RootElement.GetProperty("findings").EnumerateArray(),
            finding => finding.GetProperty("rule").GetString() == "RR401" && finding.GetProperty("step").GetInt32() == 2);
        Assert.Contains((await RunAsync("review", "a.solution.md", "--profile", "builtin", "--partial-last")).Lines,
            text => text.Contains("step 3 │", StringComparison.Ordinal) && text.Contains("so far", StringComparison.Ordinal));
        Assert.Contains("--profile", (await RunAsync("review", "a.solution.md", "--partial-last")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_profile_there_are_no_scores_and_no_engine()
    {
        _folder.Write("a.solution.md", Solution);
        var result = await RunAsync("review", "a.solution.md", "--format", "jsonl");
        Assert.DoesNotContain("scores", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("cache")));
    }

    [Fact]
    public async Task A_model_that_cannot_be_read_is_told_once_and_the_exact_checks_go_on()
    {
        _folder.Write("a.solution.md", Solution);
        _folder.Write("b.solution.md", Solution);
        _folder.Write("broken.gguf", "GGUF and no more");
        var result = await RunAsync("review", ".", "--profile", "yes-no-verifier", "--model", "broken.gguf", "--format", "jsonl");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(2, result.Lines.Count(line => line.Contains("RR101", StringComparison.Ordinal)));
        Assert.Equal(1, result.Error.Split("No model scores").Length - 1);
        Assert.Contains("broken.gguf", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--profile", "builtin")]
    [InlineData("--backward", "builtin")]
    public async Task A_solution_longer_than_the_model_reads_is_named_with_its_length_and_the_others_keep_their_scores(
        params string[] arguments)
    {
        var isStep = arguments[0] == "--profile";
        var record = LongRecord();
        _folder.Write("a.jsonl", $$"""
            {"problem":"How many?","steps":["She has 12 + 5 = 17.","That is 17."]}
            {{record}}
            {"problem":"How many?","steps":["She has 12 + 5 = 17.","That is 17."]}

            """);
        var result = await RunAsync(["review", "a.jsonl", "--format", "jsonl", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        var lines = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var key = isStep ? "scores" : "backward";
        Assert.Equal([true, false, true], lines.Select(line => line.TryGetProperty(key, out _)));
        Assert.Equal([true, false, true], lines.Select(line => line.GetProperty("error").ValueKind == JsonValueKind.Null));
        var error = lines[1].GetProperty("error").GetString()!;
        var (what, remedy) = isStep ? ("No model scores: step 2 of solution 2", "split the step")
            : ("No backward score: solution 2", "shorten it");
        Assert.Matches($"^{what} is too long: .* [0-9,]{{6}} tokens, and the model reads at most [0-9,]+ at once; {remedy}, or choose a "
            + "model that reads more\\.$", error);
        var column = isStep ? record.IndexOf("1 2 3", StringComparison.Ordinal) + 1 : 1;
        Assert.StartsWith($"a.jsonl:2:{column}: {error}\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, lines[1].GetProperty("steps").GetInt32());
        foreach (var (format, told) in new[]
        {
            ("html", "<strong>Incomplete:</strong>"), ("markdown", "Incomplete: No "), ("sarif", "is too long"),
            ("github", "title=incomplete"),
        })
        {
            var report = await RunAsync(["review", "a.jsonl", "--format", format, .. arguments]);
            Assert.Contains(told, report.Output, StringComparison.Ordinal);
        }

        var text = await RunAsync(["review", "a.jsonl", .. arguments]);
        Assert.DoesNotContain("could not be read", text.Output, StringComparison.Ordinal);
    }

    private static string LongRecord() => JsonSerializer.Serialize(new
    {
        problem = "How many?",
        steps = new[] { "She has 12 + 5 = 17.", string.Join(' ', Enumerable.Range(1, 6_000)) + "." },
        label = -1,
    });

    [Fact]
    public async Task Bench_and_progress_name_the_solution_that_is_too_long()
    {
        _folder.Write("a.jsonl", LongRecord() + "\n");
        var bench = await RunAsync("bench", "a.jsonl", "--profile", "builtin");
        Assert.Equal(2, bench.ExitCode);
        Assert.StartsWith("a.jsonl: No model scores: step 2 of solution 1 is too long: ", bench.Error, StringComparison.Ordinal);
        var progress = await RunAsync(
            "progress", "a.jsonl", "--answer", "17", "--writer", "builtin", "--rollouts", "1", "--max-tokens", "8");
        Assert.Equal(2, progress.ExitCode);
        Assert.Matches("^No completions: solution 1 up to its step 2 is too long: .* at most [0-9,]+ at once; shorten it, or choose a "
            + "model that reads more\\.\n$", progress.Error);
        var refine = await RunAsync("refine", "a.jsonl", "--profile", "builtin");
        Assert.Equal(2, refine.ExitCode);
        Assert.Matches("step 2 of solution 1 is too long", refine.Error);
    }

    [Theory]
    [InlineData("no model or profile", "--profile", "nonsense")]
    [InlineData("--model FILE", "--profile", "qwen2.5-math-prm")]
    [InlineData("does not exist", "--profile", "yes-no-verifier", "--model", "none.gguf")]
    [InlineData("--profile NAME", "--model", "none.gguf")]
    public async Task A_choice_that_cannot_be_used_says_what_is_missing(string reason, params string[] arguments)
    {
        _folder.Write("a.solution.md", Solution);
        var result = await RunAsync(["review", "a.solution.md", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_added_used_listed_and_removed()
    {
        _folder.Write("a.solution.md", Solution);
        var added = await RunAsync("models", "add", "mine", "--profile", "yes-no-verifier", "--model",
            Repository.Path("models/SmolLM2-135M-Instruct.Q4_1.gguf"));
        Assert.Equal((0, string.Empty), (added.ExitCode, added.Error));
        Assert.Contains("mine is ready, it scored a sentence", added.Output, StringComparison.Ordinal);
        Assert.Contains("mine", (await RunAsync("models", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("\"profile\":\"yes-no-verifier\"",
            (await RunAsync("review", "a.solution.md", "--profile", "mine", "--format", "jsonl")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("models", "remove", "mine")).ExitCode);
        Assert.Equal(2, (await RunAsync("models", "remove", "mine")).ExitCode);
        Assert.Equal(2, (await RunAsync("models", "add", "builtin", "--profile", "yes-no-verifier", "--model",
            Repository.Path("models/SmolLM2-135M-Instruct.Q4_1.gguf"))).ExitCode);
    }

    [Theory]
    [InlineData("needs a name", "", "versaprm", "models/SmolLM2-135M-Instruct.Q4_1.gguf")]
    [InlineData("is taken by", "taken", "versaprm", "models/SmolLM2-135M-Instruct.Q4_1.gguf")]
    [InlineData("token 23535 should stand", "other", "versaprm", "models/SmolLM2-135M-Instruct.Q4_1.gguf")]
    [InlineData("does not hold <extra_0> as one token", "other", "qwen2.5-math-prm", "models/SmolLM2-135M-Instruct.Q4_1.gguf")]
    [InlineData("holds no model", "other", "versaprm", "models/reasoning-prm-135m.lora.gguf")]
    public async Task A_model_that_does_not_do_what_its_profile_asks_is_not_added(string reason, string name, string profile, string model)
    {
        new ModelRegistry(_folder.At("user/models.json")).Add(new InstalledModel("taken", "yes-no-verifier", "/models/a.gguf"));
        string[] command = ["models", "add", name, "--profile", profile, "--model", Repository.Path(model)];
        if (profile == "qwen2.5-math-prm")
            command = [.. command, "--head", SharedData.Require("fixtures/prm/heads/qwen2.5-math-prm.safetensors")];
        var added = await RunAsync(command);
        Assert.Equal(2, added.ExitCode);
        Assert.Contains(reason, added.Error, StringComparison.Ordinal);
        Assert.Single(new ModelRegistry(_folder.At("user/models.json")).Read());
    }

    [Fact]
    public async Task A_model_that_reads_whole_solutions_scores_no_step()
    {
        _folder.Write("a.solution.md", Solution);
        var result = await RunAsync("review", "a.solution.md", "--profile", "reasonflux-prm-1.5b", "--format", "jsonl", "--model",
            SharedData.Require("fixtures/prm/models/qwen2-tiny.gguf"), "--head", Bare());
        using var line = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Empty(line.RootElement.GetProperty("scores").EnumerateArray());
        var aggregates = line.RootElement.GetProperty("aggregates");
        Assert.Equal("whole", aggregates.GetProperty("rule").GetString());
        Assert.InRange(aggregates.GetProperty("value").GetDouble(), 0, 1);
        Assert.True(aggregates.GetProperty("unverified").GetBoolean());
        var text = await RunAsync("review", "a.solution.md", "--profile", "reasonflux-prm-1.5b", "--model",
            SharedData.Require("fixtures/prm/models/qwen2-tiny.gguf"), "--head", Bare());
        Assert.Contains("read as a whole", text.Output, StringComparison.Ordinal);
        Assert.Contains("the format of this profile is unverified", text.Output, StringComparison.Ordinal);
    }

    // A head as torch saves it by itself, of the length of the tiny model's hidden states.
    private string Bare()
    {
        const string Header = "{\"weight\":{\"dtype\":\"F32\",\"shape\":[1,32],\"data_offsets\":[0,128]},"
            + "\"bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[128,132]}}";
        var path = _folder.At("bare.safetensors");
        using var file = new BinaryWriter(File.Create(path));
        file.Write((ulong)Header.Length);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Header));
        for (var at = 0; at <= 32; at++)
            file.Write(at * 0.01f);
        return path;
    }

    [Fact]
    public async Task Bench_tells_the_figures_with_and_without_exact_checks()
    {
        _folder.Write("set.jsonl", """
            {"problem": "She had 12 apples and got 5 more. How many has she?", "steps": ["12 + 5 = 17.", "She has 17."], "label": -1}
            {"problem": "She had 12 apples and got 5 more. How many has she?", "steps": ["12 + 5 = 18.", "She has 18."], "label": 0}

            """);
        var result = await RunAsync("bench", "set.jsonl", "--profile", "builtin", "--format", "jsonl");
        using var line = JsonDocument.Parse(Assert.Single(result.Lines));
        var scores = line.RootElement.GetProperty("scores");
        Assert.Equal((1, 1), (scores.GetProperty("located").GetProperty("of").GetInt32(),
            scores.GetProperty("leftAlone").GetProperty("of").GetInt32()));
        Assert.Equal(1, scores.GetProperty("locatedTogether").GetProperty("count").GetInt32());
        Assert.InRange(scores.GetProperty("auc").GetProperty("clip").GetDouble(), 0, 1);
        Assert.Equal(1, scores.GetProperty("largestFallLocated").GetProperty("of").GetInt32());
        Assert.Equal(3, scores.GetProperty("reliability").EnumerateArray().Sum(bin => bin.GetProperty("of").GetInt32()));
    }

    private Task<RunResult> RunAsync(params string[] arguments) => TestProgram.RunAsync(_folder, string.Empty, arguments, WithModels);

    private Task<RunResult> RunWithChecksAsync(params string[] arguments) =>
        TestProgram.RunAsync(_folder, Stream.Null, arguments, options => new Reviewer(options), WithModels,
        TestContext.Current.CancellationToken);

    private ProgramHost WithModels(ProgramHost host) => host with
    {
        BuiltInModels = new BuiltInModels(Repository.Path("models")),
        UserFolder = _folder.At("user"),
        CacheFolder = _folder.At("cache"),
    };
}
