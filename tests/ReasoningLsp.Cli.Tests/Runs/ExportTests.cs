using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>What is written for training beside hard labels, who is left out, and what is said where a signal is absent.</summary>
public sealed class ExportTests
{
    private const string Records = """
        {"id":"a","problem":"p","steps":["One.","Two."],"kind":"algebra"}
        {"id":"b","problem":"p","steps":["Uno.","Due."],"kind":"algebra"}
        {"id":"c","problem":"q","steps":["Eins.","Zwei."],"kind":"geometry"}
        """;

    [Fact]
    public async Task Rates_become_labels_where_a_judge_agrees_and_domains_are_weighed()
    {
        using var folder = new TestFolder();
        await KeepAsync(folder);
        folder.Write("mc.jsonl", """
            {"id":"a","rates":[0.5,0]}
            {"id":"b","rates":[0.25,0.75]}
            {"id":"c","rates":[1,1]}
            """);
        folder.Write("judge.jsonl", """
            {"id":"a","label":0}
            {"id":"b","label":-1}
            {"id":"c","label":-1}
            """);
        var export = await TestProgram.RunAsync(folder, "export", "r", "--format", "trl-stepwise", "--monte-carlo", "mc.jsonl", "--soft",
            "--consensus", "judge.jsonl", "--weigh", "kind", "-o", "out.jsonl");
        Assert.Equal(0, export.ExitCode);
        Assert.Contains("2 records written", export.Error, StringComparison.Ordinal);
        Assert.Contains("Left out: 1 trace in which Monte Carlo and the judge", export.Error, StringComparison.Ordinal);
        Assert.Contains("geometry: 1 record, weight 1", export.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("of one domain", export.Error, StringComparison.Ordinal);
        Assert.Contains("All records are of one domain", (await TestProgram.RunAsync(folder, "export", "r", "--format", "prm800k",
            "--monte-carlo", "mc.jsonl", "--weigh", "language")).Error, StringComparison.Ordinal);
        using var first = JsonDocument.Parse(File.ReadLines(folder.At("out.jsonl")).First());
        Assert.Equal([0.25, 0.75], first.RootElement.GetProperty("soft_labels").EnumerateArray().Select(each => each.GetDouble()));
        Assert.All(first.RootElement.GetProperty("labels").EnumerateArray(), each => Assert.True(each.GetBoolean()));
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "export", "out.jsonl", "--check", "--format", "trl-stepwise")).ExitCode);
    }

    [Theory]
    [InlineData("add --monte-carlo FILE", "--consensus", "scores")]
    [InlineData("add --peer RUN", "--keep", "0.5")]
    [InlineData("add --weigh", "--weights", "w.json")]
    [InlineData("not \"topic\"", "--weigh", "topic")]
    [InlineData("There is no run \"other\"", "--peer", "other")]
    [InlineData("add --format preference", "--policy", "builtin")]
    [InlineData("add --policy MODEL", "--reference", "builtin")]
    [InlineData("w.json", "--weigh", "kind", "--weights", "w.json")]
    public async Task What_cannot_be_had_is_said_with_the_remedy(string remedy, params string[] arguments)
    {
        using var folder = new TestFolder();
        await KeepAsync(folder);
        folder.Write("labels.jsonl", """{"id":"a","label":-1}""");
        var result = await TestProgram.RunAsync(folder, ["export", "r", "--format", "prm800k", "--labels", "labels.jsonl", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(remedy, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_that_the_run_lacks_is_said_in_a_sentence()
    {
        using var folder = new TestFolder();
        await KeepAsync(folder);
        folder.Write("labels.jsonl", """{"id":"a","label":-1}""");
        var soft = await TestProgram.RunAsync(folder, "export", "r", "--format", "prm800k", "--labels", "labels.jsonl", "--soft");
        Assert.Contains("No step has a Monte-Carlo rate or a calibrated score", soft.Error, StringComparison.Ordinal);
        var certain = await TestProgram.RunAsync(folder, "export", "r", "--format", "prm800k", "--labels", "labels.jsonl",
            "--certain", "0.9");
        Assert.Contains("No step was labelled by a reward model", certain.Error, StringComparison.Ordinal);
        var peer = await TestProgram.RunAsync(folder, "export", "r", "--format", "prm800k", "--labels", "labels.jsonl", "--peer", "r");
        Assert.Equal(2, peer.ExitCode);
        Assert.Contains("1 of which it says nothing (review the same traces with its --profile)", peer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_tells_of_some_lines_and_that_a_run_is_no_file()
    {
        using var folder = new TestFolder();
        await KeepAsync(folder);
        folder.Write("bad.jsonl", string.Concat(Enumerable.Repeat("{}\n", 300)));
        var check = await TestProgram.RunAsync(folder, "export", "bad.jsonl", "--check");
        Assert.Equal(2, check.ExitCode);
        Assert.Equal(22, check.Error.Trim().Split('\n').Length);
        Assert.Contains("bad.jsonl: 280 lines more.", check.Error, StringComparison.Ordinal);
        Assert.Contains("r is a run: `reasoning-lsp export r --output FILE`",
            (await TestProgram.RunAsync(folder, "export", "r", "--check")).Error, StringComparison.Ordinal);
        Assert.Contains("there is no file", (await TestProgram.RunAsync(folder, "export", "gone.jsonl", "--check")).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_dismissed_is_no_label()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", """{"id":"t","problem":"p","steps":["2 + 2 = 5"]}""");
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        Assert.Contains("\"labels\":[false]", (await TestProgram.RunAsync(folder, "export", "r")).Output, StringComparison.Ordinal);
        await TestProgram.RunAsync(folder, "triage", "r", "--group", "1", "--dismiss", "they count otherwise");
        Assert.Empty((await TestProgram.RunAsync(folder, "export", "r")).Output);
        Assert.Contains("\"labels\":[true]", (await TestProgram.RunAsync(folder, "export", "r", "--labels", "decisions")).Output,
            StringComparison.Ordinal);
    }

    private static async Task KeepAsync(TestFolder folder)
    {
        folder.Write("a.jsonl", Records);
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
    }
}
