using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class BaselineTests
{
    [Fact]
    public async Task Only_findings_that_are_not_written_down_are_reported()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        var written = await TestProgram.RunAsync(folder, "review", "a.md", "--baseline", "known.json", "--write-baseline");
        Assert.Equal(0, written.ExitCode);
        Assert.Contains("known.json: 1 finding written down as known.", written.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "review", "a.md", "--baseline", "known.json")).ExitCode);

        // Moved and wrapped anew, it is still the same; a second error is new.
        folder.Write("a.md", "Problem: Add.\n\nStep 1: Read.\n\nStep 2:  2 + 2 = 5.\n\nStep 3: 1 + 1 = 3.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md", "--baseline", "known.json");
        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("not 5", result.Output, StringComparison.Ordinal);
        Assert.Contains("not 3", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_error_made_once_more_is_new()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        await TestProgram.RunAsync(folder, "review", "a.md", "--baseline", "known.json", "--write-baseline");
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n\nStep 2: 2 + 2 = 5.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md", "--baseline", "known.json");
        Assert.Contains("a.md:5:9: error", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 error,", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_whose_finding_is_gone_are_reported_as_stale_but_only_for_files_that_were_reviewed()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        folder.Write("b.md", "Problem: Add.\n\nStep 1: 1 + 1 = 3.\n");
        await TestProgram.RunAsync(folder, "review", "a.md", "b.md", "--baseline", "known.json", "--write-baseline");
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 4.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md", "--baseline", "known.json");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("known.json: 1 stale entry", result.Error, StringComparison.Ordinal);
        Assert.Contains("RR101 in a.md", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("b.md", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_is_sorted_with_one_entry_a_line()
    {
        using var folder = new TestFolder();
        folder.Write("b.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        await TestProgram.RunAsync(folder, "review", "b.md", "a.md", "--baseline", "known.json", "--write-baseline");
        var entries = folder.Read("known.json").Split('\n').Where(line => line.StartsWith("{\"file\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, entries.Count);
        Assert.StartsWith("{\"file\": \"a.md\", \"rule\": \"RR101\", \"step\": \"", entries[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"file\": \"b.md\"", entries[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "There is no such baseline; make it with --write-baseline.")]
    [InlineData("<<<<<<< HEAD\n{", "Broken JSON on line 1, column 1")]
    [InlineData("{\"version\": 2}", "A baseline is an object with \"version\": 1")]
    [InlineData("[]", "A baseline is an object with \"version\": 1")]
    public async Task A_baseline_that_cannot_be_read_is_said_so_and_everything_is_reported(string? text, string message)
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        if (text is not null)
            folder.Write("known.json", text);
        var result = await TestProgram.RunAsync(folder, "review", "a.md", "--baseline", "known.json");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Contains("not 5", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_can_name_its_baseline()
    {
        using var folder = new TestFolder();
        folder.Write("solutions/a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        folder.Write("reasoning-review.json", """{ "root": true, "baseline": "known.json" }""");
        await TestProgram.RunAsync(folder, "review", "solutions/a.md", "--baseline", "known.json", "--write-baseline");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "review", "solutions/a.md")).ExitCode);
    }
}
