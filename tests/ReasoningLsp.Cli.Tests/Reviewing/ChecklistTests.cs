using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

/// <summary>Checklists, corrections and refining on the command line, with the real checks and no model.</summary>
public sealed class ChecklistTests
{
    private const string Solution =
        "Problem: Ann has 3 bags of 4 apples. How many?\n\nStep 1: There are 3 * 4 = 14 apples.\n\nStep 2: So there are 12 apples.\n";

    [Fact]
    public async Task A_checklist_adds_verdicts_to_jsonl()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        folder.Write(".reasoning/checklists/ours.md",
            "- [ ] Does every equality hold?\n  - weight: 3\n- [ ] Is a final answer stated?\n- [ ] Is it polite?\n");
        var result = await RunAsync(folder, "review", "a.solution.md", "--checklist", "ours", "--format", "jsonl");
        using var json = JsonDocument.Parse(result.Lines[0]);
        Assert.Equal(["no", "yes", "unsure"],
            json.RootElement.GetProperty("checklist").EnumerateArray().Select(verdict => verdict.GetProperty("verdict").GetString()));
        Assert.Equal(0.2, json.RootElement.GetProperty("passRate").GetDouble());
        Assert.Equal(2, json.RootElement.GetProperty("checklist")[0].GetProperty("range").GetProperty("start").GetProperty("line")
            .GetInt32());
        // The finding of the check, which the item repeats, and no second one.
        Assert.Equal("RR101", json.RootElement.GetProperty("checklist")[0].GetProperty("finding").GetString());
        Assert.DoesNotContain("RR501", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "pass rate 0.00")]
    [InlineData("markdown", "- [ ] Does every equality hold? **no**")]
    [InlineData("html", "<table class=\"checklist\">")]
    public async Task Every_report_shows_it(string format, string expected)
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", "---\nchecklist: [\"Does every equality hold?\"]\n---\n" + Solution);
        Assert.Contains(expected, (await RunAsync(folder, "review", "a.solution.md", "--format", format)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checklist_that_does_not_exist_is_said()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", "---\nchecklist: wroked-solution\n---\n" + Solution);
        Assert.Contains("RR503", (await RunAsync(folder, "review", "a.solution.md")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(folder, "review", "a.solution.md", "--checklist", "wroked-solution")).ExitCode);
    }

    [Fact]
    public async Task A_reviewer_overrules_an_item()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        Assert.Equal(0, (await RunAsync(folder, "checklist", "decide", "a.solution.md", "--checklist", "worked-solution", "--item", "1",
            "--verdict", "yes", "--reason", "Said so.", "--who", "Ada")).ExitCode);
        var result = await RunAsync(folder, "review", "a.solution.md", "--checklist", "worked-solution", "--format", "jsonl");
        using var json = JsonDocument.Parse(result.Lines[0]);
        Assert.Equal(("yes", "reviewer Ada"),
            (json.RootElement.GetProperty("checklist")[0].GetProperty("verdict").GetString(),
            json.RootElement.GetProperty("checklist")[0].GetProperty("by").GetString()));
    }

    [Fact]
    public async Task A_correction_is_a_line_of_jsonl_with_its_proof_and_edits()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        var result = await RunAsync(folder, "correct", "a.solution.md", "--step", "1", "--format", "jsonl");
        using var json = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.True(json.RootElement.GetProperty("verified").GetBoolean());
        Assert.Equal("There are 3 * 4 = 12 apples.", json.RootElement.GetProperty("text").GetString());
        Assert.Equal(Solution, folder.Read("a.solution.md"));
    }

    [Fact]
    public async Task Refine_shows_first_and_writes_when_told()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        var shown = await RunAsync(folder, "refine", "a.solution.md", "--checklist", "worked-solution");
        Assert.Contains("1 step put right", shown.Output, StringComparison.Ordinal);
        Assert.Equal(Solution, folder.Read("a.solution.md"));
        var written = await RunAsync(folder, "refine", "a.solution.md", "--write", "--remember");
        Assert.Equal(0, written.ExitCode);
        Assert.Equal(Solution.Replace("14", "12", StringComparison.Ordinal), folder.Read("a.solution.md"));
        Assert.Contains("Replace 14 by 12", folder.Read(".reasoning/memory.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("correct", "a.solution.md", "--step", "9")]
    [InlineData("refine", "missing.md")]
    [InlineData("review", "a.solution.md", "--vary")]
    [InlineData("doctor", "--judge", "nothing")]
    public async Task Misuse_is_told(params string[] arguments)
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        Assert.Equal(2, (await RunAsync(folder, arguments)).ExitCode);
    }

    private static Task<RunResult> RunAsync(TestFolder folder, params string[] arguments) => TestProgram.RunAsync(
        folder, Stream.Null, arguments, options => new Reviewer(options), null, TestContext.Current.CancellationToken);
}
