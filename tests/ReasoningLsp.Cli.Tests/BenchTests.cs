using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests;

public sealed class BenchTests
{
    private const string Set =
        """
        {"id": "located", "steps": ["1 + 1 = 2", "2 + 2 = 5"], "label": 1}
        {"id": "before", "steps": ["1 + 1 = 3", "2 + 2 = 5"], "label": 1}
        {"id": "after", "steps": ["So.", "2 + 2 = 5"], "label": 0}
        {"id": "missed", "steps": ["So.", "2 + 2 = 4"], "label": 0}
        {"id": "clean", "steps": ["1 + 1 = 2"], "label": -1}
        {"id": "alarm", "steps": ["1 + 1 = 3"], "label": -1}
        {"id": "unknown", "steps": ["1 + 1 = 3"], "label": null}
        broken
        """;

    private static string Readable => Set.Replace("broken", string.Empty, StringComparison.Ordinal);

    [Fact]
    public async Task Everything_is_counted_against_the_labels()
    {
        using var folder = new TestFolder();
        folder.Write("set.jsonl", Set);
        var result = await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--format", "jsonl", "--failures", "f.jsonl");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("set.jsonl: 1 record cannot be read", result.Error, StringComparison.Ordinal);
        var figures = JsonDocument.Parse(result.Lines.Single()).RootElement;
        int Count(string name) => figures.GetProperty(name).GetProperty("count").GetInt32();
        Assert.Equal((4, 2, 2, 1),
            (figures.GetProperty("wrong").GetInt32(), figures.GetProperty("clean").GetInt32(), figures.GetProperty("unlabelled").GetInt32(),
            figures.GetProperty("unreadable").GetInt32()));
        Assert.Equal((1, 1, 1, 1), (Count("located"), Count("before"), Count("after"), Count("missed")));
        Assert.Equal((1, 1, 1), (Count("cleanFlagged"), Count("cleanWithFinding"), Count("unlabelledFlagged")));
        // The harmonic mean of 1/4 and 1/2.
        Assert.Equal(1.0 / 3, figures.GetProperty("f1").GetDouble(), 5);
        Assert.Equal((9, 3, 6),
            (figures.GetProperty("relations").GetProperty("found").GetInt32(),
            figures.GetProperty("relations").GetProperty("proven").GetInt32(),
            figures.GetProperty("relations").GetProperty("refuted").GetInt32()));
        Assert.Equal((9, 11), (Count("stepsDecided"), figures.GetProperty("stepsDecided").GetProperty("of").GetInt32()));
        Assert.Equal(
            ["before:before", "after:after", "missed:missed", "alarm:false-alarm"],
            folder.Read("f.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(failure => $"{failure.GetProperty("id").GetString()}:{failure.GetProperty("failure").GetString()}"));
    }

    // The other tests count sums alone, whatever the checks read; the program reads what stands between words.
    [Fact]
    public async Task Relations_between_words_count_with_the_program_s_own_checks()
    {
        using var folder = new TestFolder();
        folder.Write("set.jsonl",
            """{"id": "words", "steps": ["She pays 15% of 80, so 0.15 * 80 = 12 dollars in all.", "Thus 12 + 9 = 22."], "label": 1}""");
        var result = await TestProgram.RunAsync(folder, Stream.Null, ["bench", "set.jsonl", "--format", "jsonl"],
            options => new Reviewer(options), null, TestContext.Current.CancellationToken);
        var figures = JsonDocument.Parse(result.Lines.Single()).RootElement;
        Assert.Equal((1, 1), (figures.GetProperty("relations").GetProperty("proven").GetInt32(),
            figures.GetProperty("relations").GetProperty("refuted").GetInt32()));
        Assert.Equal(1, figures.GetProperty("located").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task It_says_what_was_decided_and_which_kind_of_finding_is_right()
    {
        using var folder = new TestFolder();
        folder.Write("set.jsonl",
            """
            {"steps": ["2 + 2 = 4", "2 + 2 = 5"], "label": 1}
            {"steps": ["1 + 1 = 3"], "label": -1}
            """);
        var figures = JsonDocument.Parse((await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--format", "jsonl")).Lines.Single())
            .RootElement;
        var relations = figures.GetProperty("relations");
        Assert.Equal((3, 0, 3), (relations.GetProperty("read").GetInt32(), relations.GetProperty("claimNothing").GetInt32(),
            relations.GetProperty("claimsDecided").GetProperty("count").GetInt32()));
        Assert.Equal(3, relations.GetProperty("claimsDecided").GetProperty("of").GetInt32());
        Assert.Empty(relations.GetProperty("undecidedBecause").EnumerateObject());
        var kind = figures.GetProperty("findings").EnumerateArray().First(kind => kind.GetProperty("right").GetInt32() == 1);
        Assert.StartsWith("RR101", kind.GetProperty("kind").GetString(), StringComparison.Ordinal);
        Assert.Equal((2, 0, 1), (kind.GetProperty("found").GetInt32(), kind.GetProperty("early").GetInt32(),
            kind.GetProperty("false").GetInt32()));
        var text = (await TestProgram.RunAsync(folder, "bench", "set.jsonl")).Output;
        Assert.Matches("claims decided +100", text);
        Assert.Matches("RR101 .* 2 found: 1 right, 0 early, 0 later, 1 false", text);
    }

    [Fact]
    public async Task What_measures_nothing_is_trouble_and_says_so()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.At("inner"));
        var nothing = await TestProgram.RunAsync(folder, "bench", "inner");
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("No file was measured", nothing.Error, StringComparison.Ordinal);
        folder.Write("inner/a.jsonl", "");
        var empty = await TestProgram.RunAsync(folder, "bench", "inner");
        Assert.Equal(2, empty.ExitCode);
        Assert.Contains("a.jsonl: no trace", empty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_are_measured_as_they_are_shipped_and_the_help_says_so()
    {
        using var folder = new TestFolder();
        folder.Write("set.jsonl", "{\"steps\": [\"1 + 1 = 3\"], \"label\": 0}\n");
        folder.Write("reasoning-review.json", "{ \"rules\": { \"RR101\": \"off\" } }");
        var result = await TestProgram.RunAsync(folder, "bench", "set.jsonl");
        Assert.Matches("first error located exactly +100", result.Output);
        Assert.Contains("no reasoning-review.json", (await TestProgram.RunAsync(folder, "bench", "--help")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alarms_on_what_nobody_called_wrong_are_listed_to_be_read()
    {
        using var folder = new TestFolder();
        folder.Write("set.jsonl", Set);
        var result = await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--alarms");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("alarm  alarm  RR101 error  integers\n    ⟦1 + 1 = 3⟧\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("alarms, error or warning           50.00 %  (15.0–85.0)  2 of 4", result.Output, StringComparison.Ordinal);
        Assert.Contains("alarms by rule                    RR101 2\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("alarms by kind of reading         integers 2\n", result.Output, StringComparison.Ordinal);
        var lines = (await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--alarms", "--format", "jsonl")).Lines;
        Assert.Equal(["alarm", "unknown"],
            lines.SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("alarm").GetString()));
        Assert.Equal(2, JsonDocument.Parse(lines[^1]).RootElement.GetProperty("alarmsByRule").GetProperty("RR101").GetInt32());
    }

    [Fact]
    public async Task Only_an_alarm_that_the_accepted_list_lacks_fails_the_run()
    {
        using var folder = new TestFolder();
        folder.Write("set.jsonl", Readable);
        folder.Write("accepted", """{"id": "alarm", "rule": "RR101", "passage": "1 + 1 = 3", "reason": "a slip of the data"}""");
        var result = await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--accepted", "accepted");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("alarm  unknown  RR101", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted  alarm", result.Output, StringComparison.Ordinal);
        folder.Write("accepted",
            """{"id": "alarm", "rule": "RR101", "passage": "1 + 1 = 3", "reason": "a slip"}""" + "\n"
            + """{"id": "unknown", "rule": "RR101", "passage": "1 + 1 = 3", "reason": "a slip"}""");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--accepted", "accepted")).ExitCode);
        folder.Write("accepted", """{"id": "alarm", "rule": "RR101", "passage": "1 + 1 = 3"}""");
        Assert.Equal(2, (await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--accepted", "accepted")).ExitCode);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Right_solutions_that_nobody_tuned_on_raise_no_alarm_but_those_people_read_and_accepted()
    {
        var data = SharedData.Require("data");
        string[] sets = ["wild/scibench", "wild/minerva", "wild/carp_en", "wild/physics", "wild/tal_en", "wild/tal_zh",
            "gsm8k/test", "gsm8k/train", "math/test", "math/math500", "aqua", "gaokao_zh", "mgsm", "imo_proofbench",
            "stepverify/reference", "stepverify/student_correct", "processbench", "mrben", "prm800k", "bigbench_mistake"];
        if (!LongRun.IsOn)
            sets = ["wild/scibench", "wild/minerva", "wild/carp_en", "wild/tal_zh", "aqua", "gaokao_zh", "mgsm", "processbench/gsm8k"];
        using var folder = new TestFolder();
        var paths = sets.Select(
            set => Directory.Exists(Path.Combine(data, set)) ? Path.Combine(data, set) : Path.Combine(data, set + ".jsonl"));
        var result = await TestProgram.RunAsync(
            folder, Stream.Null, ["bench", .. paths, "--accepted", Repository.Path("tests/data/accepted-alarms.jsonl")],
            options => new Reviewer(options), null, TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    [Fact]
    public async Task What_fixes_do_to_right_and_wrong_traces_is_counted_and_listed()
    {
        using var folder = new TestFolder();
        folder.Write("set.jsonl", Set);
        var result = await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--fix");
        Assert.Contains("fix  alarm  step 1\n    - 1 + 1 = 3\n    + 1 + 1 = 2\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("fix  before  step 1\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fix  located", result.Output, StringComparison.Ordinal);
        var figures = JsonDocument.Parse((await TestProgram.RunAsync(folder, "bench", "set.jsonl", "--fix", "--format", "jsonl"))
            .Lines[^1]).RootElement.GetProperty("fixes");
        (int Count, int Of) Share(string name) =>
            (figures.GetProperty(name).GetProperty("count").GetInt32(), figures.GetProperty(name).GetProperty("of").GetInt32());
        Assert.Equal(((1, 2), (3, 4), (1, 4), 0), (Share("rightChanged"), Share("wrongChanged"), Share("changedBefore"),
            figures.GetProperty("spoiled").GetInt32()));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task No_right_solution_is_changed_by_fixes_but_where_it_holds_a_slip_that_people_read()
    {
        var data = SharedData.Require("data");
        string[] paths = LongRun.IsOn ? [data]
            : [.. ((string[])["wild/scibench", "wild/minerva", "mgsm/exemplars", "prmbench/original", "processbench/olympiadbench"])
                .Select(set => Path.Combine(data, set + ".jsonl"))];
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, Stream.Null, ["bench", .. paths, "--fix=propagate", "--format", "jsonl",
            "--accepted", Repository.Path("tests/data/accepted-alarms.jsonl")], options => new Reviewer(options), null,
            TestContext.Current.CancellationToken);
        var fixes = JsonDocument.Parse(result.Lines[^1]).RootElement.GetProperty("fixes").GetProperty("rightChanged");
        Assert.True(fixes.GetProperty("count").GetInt32() == 0, string.Join('\n', result.Lines.Where(line => line.StartsWith("{\"fix\"",
            StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_accepted_alarm_is_a_slip_of_the_data_that_a_person_read()
    {
        foreach (var line in File.ReadLines(Repository.Path("tests/data/accepted-alarms.jsonl")))
        {
            using var entry = System.Text.Json.JsonDocument.Parse(line);
            var reason = entry.RootElement.GetProperty("reason").GetString();
            Assert.StartsWith("slip of the data", reason, StringComparison.Ordinal);
            Assert.Contains("Read by hand", reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Several_sets_are_pooled_and_two_runs_are_alike()
    {
        using var folder = new TestFolder();
        folder.Write("sets/a.jsonl", Set);
        folder.Write("sets/b.jsonl", Set);
        var first = await TestProgram.RunAsync(folder, "bench", "sets");
        var second = await TestProgram.RunAsync(folder, "bench", "sets");
        Assert.Equal(first.Output, second.Output);
        Assert.Contains("all sets pooled\n  traces                            16: 8 wrong, 4 clean, 4 unlabelled", first.Output,
            StringComparison.Ordinal);
        Assert.Contains("first error located exactly        25.00 %  (7.1–59.1)  2 of 8", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_that_is_missing_is_trouble()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "bench", "none.jsonl");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("none.jsonl: There is no such file", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, 0.0, 0.2775)]
    [InlineData(1, 10, 0.0179, 0.4042)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(10, 10, 0.7225, 1.0)]
    public void Wilsons_interval_is_the_published_one(int part, int whole, double low, double high)
    {
        var interval = new Proportion(part, whole).Interval;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }
}
