using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>What is asked of a run that is kept.</summary>
public sealed class RunCommandTests
{
    [Fact]
    public async Task Runs_are_listed_with_how_far_they_are()
    {
        using var folder = new TestFolder();
        Assert.Contains("No run is kept here", (await TestProgram.RunAsync(folder, "run", "list")).Error, StringComparison.Ordinal);
        folder.Write("a.jsonl", KeptRunTests.Records(9));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "whole");
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "parts", "--shard", "1/2");
        var list = await TestProgram.RunAsync(folder, "run", "list");
        Assert.Equal(["parts  1 of 2 parts complete", "whole  9 traces, 3 flagged"], list.Lines);
        // As every other command, from below, too; the nearest of a name is the one that is meant.
        folder.Write("deep/down/b.jsonl", KeptRunTests.Records(3));
        Task<RunResult> BelowAsync(params string[] arguments) =>
            TestProgram.RunAsync(folder, string.Empty, arguments, host => host with { Folder = folder.At("deep/down") });
        await BelowAsync("review", "b.jsonl", "--run", "whole");
        var below = await BelowAsync("run", "list");
        Assert.Equal(2, below.Lines.Length);
        Assert.Equal("whole  3 traces, 1 flagged", below.Lines[0]);
        Assert.StartsWith("parts  1 of 2 parts complete  in ", below.Lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.jsonl cannot be read: there is no such file; check the spelling and the folder.", "bench", "r", "--labels",
        "none.jsonl")]
    [InlineData("none.jsonl cannot be read: there is no such file; check the spelling and the folder.", "export", "r", "--format",
        "trl-stepwise", "--monte-carlo", "none.jsonl")]
    [InlineData("none/x.jsonl cannot be written: there is no folder", "export", "r", "--format", "trl-stepwise", "-o", "none/x.jsonl")]
    [InlineData("none/x.html cannot be written, and is as it was: there is no folder", "bench", "r", "--html", "none/x.html")]
    [InlineData("cannot be read from none.jsonl: there is no such file", "bench", "a.jsonl", "--accepted", "none.jsonl")]
    [InlineData("cannot be written to none/x.jsonl: there is no folder", "bench", "a.jsonl", "--failures", "none/x.jsonl")]
    [InlineData("a.jsonl is a file: name a folder for the pages.", "class", "r", "-o", "a.jsonl")]
    public async Task What_cannot_be_read_or_written_is_named_with_the_remedy(string says, params string[] arguments)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", """{"id":"a","problem":"p","steps":["6 + 3 = 9"],"label":-1}""" + "\n");
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var run = await TestProgram.RunAsync(folder, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_is_decided_is_shown_as_decided_and_an_export_of_nothing_says_why()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", """
            {"id":"a","problem":"p","steps":["6 + 3 = 10"]}
            {"id":"b","problem":"p","steps":["6 + 3 = 10"]}
            """);
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var decided = await TestProgram.RunAsync(folder, "triage", "r", "--group", "1", "--accept");
        Assert.Contains("accepted", decided.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("open", decided.Output, StringComparison.Ordinal);
        var export = await TestProgram.RunAsync(folder, "export", "r", "--format", "preference", "-o", "out.jsonl");
        Assert.Contains("A pair is a right and a wrong solution of one problem: no problem of this run has both.", export.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_that_cannot_be_read_are_told_apart_by_their_place()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", "{\"id\":\"a\",\"problem\":\"p\",\"steps\":[\"6 + 3 = 9\"]}\n{\"id\":\nnull\n");
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var traces = await TestProgram.RunAsync(folder, "run", "traces", "r");
        Assert.Contains("a.jsonl#1 ", traces.Output, StringComparison.Ordinal);
        Assert.Contains("a.jsonl#2 ", traces.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_beside_solutions_that_are_not_read_are_told()
    {
        using var folder = new TestFolder();
        foreach (var name in (string[])["Ann", "Ben", "Cem"])
            folder.Write($"hw/{name}.solution.md", "Solution:\n\nStep 1: 6 + 3 = 9\n");
        folder.Write("hw/README.md", "All of them.");
        Assert.DoesNotContain("not reviewed", (await TestProgram.RunAsync(folder, "review", "hw")).Error, StringComparison.Ordinal);
        folder.Write("hw/Dan.docx", "PK");
        folder.Write("hw/Eve.md", "6 + 3 = 10");
        var told = await TestProgram.RunAsync(folder, "review", "hw", "--run", "r");
        Assert.Contains("hw: 2 documents beside the solutions not reviewed: Dan.docx, Eve.md. Save what they say as text",
            told.Error, StringComparison.Ordinal);
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("Run r: 3 traces of 3 inputs.", told.Error + told.Output, StringComparison.Ordinal);
        // Where most texts are of another kind, as in a folder of documentation, nobody has to hear of them.
        foreach (var name in (string[])["F", "G", "H"])
            folder.Write($"hw/{name}.md", "text");
        Assert.DoesNotContain("not reviewed", (await TestProgram.RunAsync(folder, "review", "hw")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_run_comes_to_is_a_line_of_JSON_where_one_is_asked_for()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(9));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var show = await TestProgram.RunAsync(folder, "run", "show", "r", "--format", "jsonl");
        Assert.Equal("""
            {"run":"r","inputs":9,"traces":9,"flagged":3,"unread":0,"incomplete":0,"steps":18,"checked":6,"errors":3,"warnings":0,"hints":0,
            "rules":{"RR101":3},"mistakes":{}}
            """.ReplaceLineEndings(string.Empty), show.Output.Trim());
    }

    [Fact]
    public async Task What_would_write_or_reach_elsewhere_is_refused_with_a_sentence()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(1));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var run = await TestProgram.RunAsync(folder, "run", "query", "r", "COPY traces TO 'out.csv'");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("COPY is refused", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("out.csv")));
    }

    [Fact]
    public async Task Two_runs_that_share_no_trace_are_told_to_be_compared_otherwise()
    {
        using var folder = new TestFolder();
        foreach (var (name, step) in ((string, string)[])[("one", "2 + 2 = 4"), ("two", "2 + 2 = 5")])
        {
            folder.Write($"{name}.jsonl", $$"""{"id":"a","problem":"p","steps":["{{step}}"],"label":-1}""");
            await TestProgram.RunAsync(folder, "review", $"{name}.jsonl", "--run", name);
        }

        Assert.Contains("Revisions are compared by `reasoning-lsp run compare two one`",
            (await TestProgram.RunAsync(folder, "bench", "one", "--against", "two")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_a_file_of_labels_that_say_nothing_are_named()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(9));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        folder.Write("labels.jsonl", """
            {"id":"t0","label":0}
            {"id":"t1","label":-1}
            {"id":"nobody","label":0}
            """);
        var bench = await TestProgram.RunAsync(folder, "bench", "r", "--labels", "labels.jsonl");
        Assert.Contains("labels.jsonl, line 3: the run has no trace \"nobody\".", bench.Error, StringComparison.Ordinal);
        folder.Write("labels.jsonl", "{\"id\":\"t0\",\"label\":0}\n{\"id\":\"t1\"");
        bench = await TestProgram.RunAsync(folder, "bench", "r", "--labels", "labels.jsonl");
        Assert.Contains("labels.jsonl: line 2 is no label", bench.Error, StringComparison.Ordinal);
        folder.Write("rates.jsonl", """{"id":"t0","rates":[1]}""");
        var export = await TestProgram.RunAsync(folder, "export", "r", "--format", "prm800k", "--monte-carlo", "rates.jsonl");
        Assert.Contains("rates.jsonl, line 1: \"t0\" has another number of steps in the run.", export.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_by_a_column_and_traces_by_a_condition()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(9));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var by = await TestProgram.RunAsync(folder, "run", "show", "r", "--by", "file", "--format", "jsonl");
        Assert.Equal("""{"file":"a.jsonl","traces":9,"flagged":3,"flagged %":33.33,"steps":18,"checked %":33.33,"mean score":null}""",
            by.Output.Trim());
        var traces = await TestProgram.RunAsync(folder, "run", "traces", "r", "--where", "errors > 0", "--order", "unit DESC", "--format",
            "jsonl");
        Assert.Equal(["\"t6\"", "\"t3\"", "\"t0\""], traces.Lines.Select(line => line.Split("\"trace\":")[1].Split(',')[0]));
        var asked = await TestProgram.RunAsync(folder, "run", "query", "r", "SELECT count(*) n FROM lines WHERE len(findings) > 0",
            "--format",
            "jsonl");
        Assert.Equal("{\"n\":3}", asked.Output.Trim());
        var table = await TestProgram.RunAsync(folder, "run", "show", "r", "--by", "errors");
        Assert.StartsWith("errors", table.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_read_is_no_trace_and_who_says_nothing_is_unknown()
    {
        using var folder = new TestFolder();
        folder.Write("class/a.solution.md", "Problem: How many?\n\nSolution:\n\n2 + 2 = 5\n");
        folder.Write("class/b.solution.md", string.Empty);
        await TestProgram.RunAsync(folder, "review", "class", "--run", "r");
        Assert.Equal(["r  1 traces, 1 flagged"], (await TestProgram.RunAsync(folder, "run", "list")).Lines);
        var by = await TestProgram.RunAsync(folder, "run", "show", "r", "--by", "language");
        Assert.Matches("^ *unknown +1 +1 +100 ", by.Lines[2]);
    }

    [Theory]
    [InlineData("triage r --budget 0", "1 or more", "reasoning-lsp triage --help")]
    [InlineData("run show r --by langage", "There is no column \"langage\"", "reasoning-lsp run show --help")]
    [InlineData("export r --certain 2", "from 0.5 to 1", "reasoning-lsp export --help")]
    [InlineData("nothing", "no command nothing", "reasoning-lsp review --help")]
    public async Task What_is_wrong_is_told_with_the_help_of_that_command(string arguments, string told, string help)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(2));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var run = await TestProgram.RunAsync(folder, arguments.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Contains($"`{help}` tell what can be done.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'a': 1, 'b': ['x', NULL]}", """{"a":1,"b":["x",null]}""", "{a: 1, b: x, }")]
    [InlineData("[[1, 2], [3]]", "[[1,2],[3]]", "1, 2, 3")]
    [InlineData("DATE '2026-01-02'", "\"2026-01-02\"", "2026-01-02")]
    [InlineData("TIMESTAMP '2026-01-02 03:04:05'", "\"2026-01-02T03:04:05\"", "2026-01-02T03:04:05")]
    [InlineData("1.50::DECIMAL(9, 2)", "1.50", "1.50")]
    [InlineData("MAP {'k': 2.5}", """{"k":2.5}""", "{k: 2.5}")]
    public async Task Values_are_those_of_JSON(string sql, string json, string text)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(1));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var run = await TestProgram.RunAsync(folder, "run", "query", "r", $"SELECT {sql} AS v", "--format", "jsonl");
        Assert.Equal($"{{\"v\":{json}}}", run.Output.Trim());
        Assert.Equal(text, (await TestProgram.RunAsync(folder, "run", "query", "r", $"SELECT {sql} AS v")).Lines[2].Trim());
    }

    [Theory, InlineData(""), InlineData(" "), InlineData(";"), InlineData("/* nothing */ -- at all")]
    public async Task A_question_that_says_nothing_is_asked_for(string sql)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(1));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var run = await TestProgram.RunAsync(folder, "run", "query", "r", sql);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Say what is wanted", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_none_is_told_with_the_reason()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(1));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var run = await TestProgram.RunAsync(folder, "run", "traces", "r", "--where", "erors > 0");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("erors", run.Error, StringComparison.Ordinal);
    }
}
