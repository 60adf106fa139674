using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class ExplainTests
{
    private const string Solution = "Step 1: 1 + 1 = 2.\n\nStep 2: 12 m + 4 = 40 and `x = 3`.\n";

    [Fact]
    public async Task A_step_is_told_with_what_was_read_and_what_was_left()
    {
        var result = await RunAsync("review", "a.md", "--explain", "2");
        Assert.StartsWith(
            """
            a.md:3: step 2, nothing checkable: 1 relation read
              ? 12 m + 4 = 40
                  arithmetic, not decided: a letter may be a name or a unit
                  read as 12 m + 4 = 40
              - `x = 3`  not read: code


            """.ReplaceLineEndings("\n"), result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_program_is_told_the_same()
    {
        var result = await RunAsync("review", "a.md", "--explain", "2", "--format", "jsonl");
        var explanation = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement.GetProperty("explanation");
        Assert.Equal(1, explanation.GetProperty("step").GetInt32());
        var relation = explanation.GetProperty("relations")[0];
        Assert.Equal(("12 m + 4 = 40", "arithmetic", "not decided", "a letter may be a name or a unit"),
            (Text(relation, "text"), Text(relation, "kind"), Text(relation, "verdict"), Text(relation, "reason")));
        Assert.Equal("12 m + 4 = 40", Text(relation.GetProperty("readings")[0], "text"));
        Assert.Equal(8, relation.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
        Assert.Equal("code", Text(explanation.GetProperty("unread")[0], "reason"));
    }

    [Theory]
    [InlineData("3", "No solution here has a step 3")]
    [InlineData("0", "counted from 1")]
    public async Task A_step_that_is_not_there_is_said(string step, string message)
    {
        var result = await RunAsync("review", "a.md", "--explain", step);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_formats_have_no_place_for_it() =>
        Assert.Equal(2, (await RunAsync("review", "a.md", "--explain", "1", "--format", "sarif")).ExitCode);

    private static async Task<RunResult> RunAsync(params string[] arguments)
    {
        using var folder = new TestFolder();
        folder.Write("a.md", Solution);
        return await TestProgram.RunAsync(folder, Stream.Null, arguments, options => new Reviewer(options), null,
            TestContext.Current.CancellationToken);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
