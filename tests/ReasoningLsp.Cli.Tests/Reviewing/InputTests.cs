using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class InputTests
{
    private const string Wrong = "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n";

    [Fact]
    public async Task A_glob_names_its_files_in_order_and_each_file_counts_once()
    {
        using var folder = new TestFolder();
        folder.Write("b/2.md", Wrong);
        folder.Write("b/1.md", Wrong);
        folder.Write("b/10.md", Wrong);
        var result = await TestProgram.RunAsync(folder, "review", "b/2.md", "b/?.md", "**/*.md", "--format", "jsonl");
        Assert.Equal(["b/2.md", "b/1.md", "b/10.md"], Files(result));
    }

    [Fact]
    public async Task A_glob_that_matches_nothing_is_trouble()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "review", "none/*.md");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("none/*.md: This glob matches no file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_by_its_format_its_name_or_its_content()
    {
        using var folder = new TestFolder();
        async Task<string?> File(params string[] options) =>
            Files(await TestProgram.RunAsync(folder, Wrong, ["review", "-", "--format", "jsonl", .. options])).Single();
        Assert.Equal("stdin", await File());
        Assert.Equal("stdin", await File("--stdin-format", "markdown"));
        Assert.Equal("sub/a.md", await File("--stdin-filename", "sub/a.md"));
    }

    [Fact]
    public async Task A_notebook_on_standard_input_is_read_like_the_file()
    {
        const string Notebook =
            """{"cells": [{"cell_type": "markdown", "source": ["Solution:\n", "\n", "2 + 2 = 5"]}], "nbformat": 4}""";
        using var folder = new TestFolder();
        folder.Write("a.ipynb", Notebook);
        async Task<string> Input(params string[] options) =>
            (await TestProgram.RunAsync(folder, Notebook, ["review", "-", "--format", "jsonl", .. options])).Output
            .Replace("\"stdin\"", "\"a.ipynb\"", StringComparison.Ordinal);
        var file = await TestProgram.RunAsync(folder, "review", "a.ipynb", "--format", "jsonl");
        Assert.Contains("RR101", file.Output, StringComparison.Ordinal);
        Assert.Equal(file.Output, await Input());
        Assert.Equal(file.Output, await Input("--stdin-format", "notebook"));
        Assert.Equal(file.Output, await Input("--stdin-format", "json"));
        Assert.Equal(file.Output, await Input("--stdin-filename", "a.ipynb"));
    }

    [Fact]
    public async Task A_folder_in_which_nothing_asks_for_review_says_how_to_ask()
    {
        using var folder = new TestFolder();
        folder.Write("README.md", Wrong);
        var result = await TestProgram.RunAsync(folder, "review");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("nothing here asks for review", result.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was reviewed", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.jsonl", "", "No record with steps was found")]
    [InlineData("a.jsonl", "\n\n", "No record with steps was found")]
    [InlineData("a.zip", "PK\u0003\u0004\0\0\0", "This is a packed file")]
    [InlineData("a.pdf", "%PDF-1.7\n", "This is a PDF")]
    [InlineData("a.toml", "solution = \"2 + 2 = 5\"\n", "TOML is not read")]
    public async Task A_named_file_in_which_nothing_can_be_read_is_not_clean(string name, string content, string why)
    {
        using var folder = new TestFolder();
        folder.Write(name, content);
        var result = await TestProgram.RunAsync(folder, "review", name);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{name}: {why}", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"problem": "p", "steps": []}""")]
    [InlineData("""{"problem": "p", "solution": ""}""")]
    public async Task A_file_of_records_without_steps_is_not_clean(string record)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", record + "\n" + record + "\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.jsonl");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("No record with steps was found", result.Output + result.Error, StringComparison.Ordinal);
        folder.Write("b.jsonl", record + "\n" + """{"problem": "p", "steps": ["1 + 1 = 2."]}""" + "\n");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "review", "b.jsonl")).ExitCode);
    }

    [Fact]
    public async Task An_option_after_two_dashes_is_a_path()
    {
        using var folder = new TestFolder();
        folder.Write("--odd.md", Wrong);
        Assert.Equal(1, (await TestProgram.RunAsync(folder, "review", "--", "--odd.md")).ExitCode);
    }

    [Fact]
    public async Task A_long_run_tells_a_person_how_far_it_has_come_and_takes_the_line_away()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("{\"steps\": [\"1 + 1 = 2\"]}\n", 200)));
        var result = await TestProgram.RunAsync(folder, string.Empty, ["review", "a.jsonl", "--format", "jsonl"],
            host => host with { ErrorIsTerminal = true, Clock = new ClockThatRuns() });
        Assert.Contains("traces reviewed, 0 flagged  a.jsonl", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\u001b[K", result.Error, StringComparison.Ordinal);
        var quiet = await TestProgram.RunAsync(folder, string.Empty, ["review", "a.jsonl", "--format", "jsonl"],
            host => host with { Clock = new ClockThatRuns() });
        Assert.Empty(quiet.Error);
    }

    private static IEnumerable<string?> Files(RunResult result) =>
        result.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("file").GetString());

    /// <summary>A second passes each time somebody looks.</summary>
    private sealed class ClockThatRuns : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }
}
