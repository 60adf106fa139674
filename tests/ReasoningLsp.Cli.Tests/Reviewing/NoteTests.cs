using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

/// <summary>Notes and marks from the terminal: written, shown beside the step in every format, taken back.</summary>
public sealed class NoteTests
{
    private const string Sums = "Problem: Add.\n\nStep 1: 2 + 2 = 5\n\nStep 2: 3 + 4 = 7\n";

    [Fact]
    public async Task A_note_and_a_mark_are_shown_wherever_the_step_is_and_can_be_taken_back()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Sums);
        await DoneAsync(folder, 0, "note", "a.solution.md", "--step", "2", "--text", "Say <why>", "--who", "Ada");
        await DoneAsync(folder, 0, "note", "a.solution.md", "--mark", "3", "--text", "almost", "--who", "Ada");
        Assert.Contains("\"file\":\"a.solution.md\",\"statement\":\"3 + 4 = 7\"", folder.Read(".reasoning/decisions.jsonl"),
            StringComparison.Ordinal);
        var text = await DoneAsync(folder, 1, "review", "a.solution.md");
        Assert.Contains("a.solution.md:5: step 2: note by Ada: Say <why>", text, StringComparison.Ordinal);
        Assert.Contains("a.solution.md:1: solution: mark 3 of 4 by Ada: almost", text, StringComparison.Ordinal);
        var line = await DoneAsync(folder, 1, "review", "a.solution.md", "--format", "jsonl");
        Assert.Contains("\"mark\":{\"mark\":3,\"reason\":\"almost\",\"who\":\"Ada\"", line, StringComparison.Ordinal);
        Assert.Contains("\"notes\":[{\"step\":1,\"id\":\"", line, StringComparison.Ordinal);
        Assert.Contains("note by Ada: Say &lt;why&gt;", await DoneAsync(folder, 1, "review", "a.solution.md", "--format", "html"),
            StringComparison.Ordinal);
        await DoneAsync(folder, 0, "note", "a.solution.md", "--step", "2", "--remove");
        await DoneAsync(folder, 0, "note", "a.solution.md", "--remove");
        Assert.DoesNotContain("by Ada", await DoneAsync(folder, 1, "review", "a.solution.md"), StringComparison.Ordinal);
        Assert.Equal(4, folder.Read(".reasoning/decisions.jsonl").TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public async Task What_cannot_be_written_is_told()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Sums);
        Assert.Contains("--step is from 1 to 2", await ToldAsync("--step", "9", "--text", "x"), StringComparison.Ordinal);
        Assert.Contains("--mark is from 0 to 4", await ToldAsync("--mark", "5"), StringComparison.Ordinal);
        Assert.Contains("Say what to write", await ToldAsync("--step", "1"), StringComparison.Ordinal);
        Assert.Contains("leave --step out", await ToldAsync("--step", "1", "--mark", "1"), StringComparison.Ordinal);
        Assert.Contains("no note or mark", await ToldAsync("--remove"), StringComparison.Ordinal);

        async Task<string> ToldAsync(params string[] arguments) =>
            (await RunAsync(folder, 2, ["note", "a.solution.md", .. arguments])).Error;
    }

    [Fact]
    public async Task A_verdict_on_an_item_names_its_reviewer_and_its_file()
    {
        using var folder = new TestFolder();
        folder.Write("sub/a.solution.md", Sums);
        folder.Write(".reasoning/decisions.jsonl", string.Empty);
        await DoneAsync(folder, 0, "checklist", "decide", "sub/a.solution.md", "--checklist", "worked-solution", "--item", "1",
            "--verdict", "n/a");
        var decision = Assert.Single(DecisionFile.Parse(folder.Read(".reasoning/decisions.jsonl")).Log.Decisions);
        Assert.Equal("sub/a.solution.md", decision.File);
        Assert.NotEmpty(decision.Who!);
    }

    private static async Task<string> DoneAsync(TestFolder folder, int code, params string[] arguments) =>
        (await RunAsync(folder, code, arguments)).Output;

    private static async Task<(string Output, string Error)> RunAsync(TestFolder folder, int code, string[] arguments)
    {
        var result = await TestProgram.RunAsync(folder, new MemoryStream(), arguments, options => new Reviewer(options), null,
            TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == code, $"{result.ExitCode}\n{result.Error}\n{result.Output}");
        return (result.Output, result.Error);
    }
}
