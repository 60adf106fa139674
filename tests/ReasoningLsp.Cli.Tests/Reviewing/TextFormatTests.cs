using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class TextFormatTests
{
    [Fact]
    public async Task A_finding_shows_its_place_its_source_marked_its_evidence_and_the_fix()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: We see 2 + 2 = 5 here.\n\nStep 2: That is all.\n\nStep 3: 1 + 1 = 2\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.Equal(
            """
            a.md:3:16: error: 2 + 2 = 4, not 5 [RR101]
                 3 │ Step 1: We see 2 + 2 = 5 here.
                   │                ^^^^^^^^^
                   left   2 + 2 = 4
                   right  5
                   --fix Replace 5 by 4

            1 trace, 3 steps: 1 checked, 1 nothing checkable, 1 flagged
            1 error, 0 warnings, 0 hints

            """.ReplaceLineEndings("\n"), result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Wide_characters_and_tabs_are_measured_as_a_terminal_shows_them()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 你好\t2 + 2 = 5\n");
        var lines = (await TestProgram.RunAsync(folder, "review", "a.md")).Output.Split('\n');
        Assert.Equal("     3 │ Step 1: 你好    2 + 2 = 5", lines[1]);
        // Eight columns of label, four of two wide characters, a tab to the next multiple of four.
        Assert.Equal("       │ " + new string(' ', 16) + new string('^', 9), lines[2]);
    }

    [Fact]
    public async Task A_step_inside_JSON_is_shown_as_it_reads_and_not_as_it_is_escaped()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", """{"problem": "p", "steps": ["Fine.", "So \\(2 + 2 = 5\\)\nand more"]}""" + "\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.jsonl");
        Assert.Contains("step 2 │ So \\(2 + 2 = 5\\)\n       │      ^^^^^^^^^\n", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("a.jsonl:1:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_line_is_cut_to_the_width_around_the_offending_part()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: " + new string('x', 5000) + " 2 + 2 = 5 " + new string('y', 5000) + "\n");
        var lines = (await TestProgram.RunAsync(folder, "review", "a.md")).Output.Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 101));
        Assert.Equal(lines[1].IndexOf("2 + 2 = 5", StringComparison.Ordinal), lines[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_text_cannot_steer_the_terminal()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: \u001b[2J\u202e 2 + 2 = 5\u0007\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain('\u0007', result.Output);
        Assert.DoesNotContain('\u202e', result.Output);
        Assert.Contains("␛[2J", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colour_is_for_terminals_that_want_it()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5\n");
        async Task<bool> IsColoured(bool terminal, bool wanted) =>
            (await TestProgram.RunAsync(folder, string.Empty, ["review", "a.md"],
            host => host with { OutputIsTerminal = terminal, Colour = wanted })).Output.Contains('\u001b', StringComparison.Ordinal);
        Assert.True(await IsColoured(terminal: true, wanted: true));
        Assert.False(await IsColoured(terminal: true, wanted: false));
        Assert.False(await IsColoured(terminal: false, wanted: true));
    }

    [Fact]
    public void NO_COLOR_and_a_dumb_terminal_switch_colour_off()
    {
        Assert.True(Hosting.ConsoleHost.WantsColour(_ => null));
        Assert.True(Hosting.ConsoleHost.WantsColour(name => name == "NO_COLOR" ? string.Empty : null));
        Assert.False(Hosting.ConsoleHost.WantsColour(name => name == "NO_COLOR" ? "1" : null));
        Assert.False(Hosting.ConsoleHost.WantsColour(name => name == "TERM" ? "dumb" : null));
    }

    [Fact]
    public async Task A_solution_in_which_nothing_could_be_checked_is_not_called_right()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Think.\n\nStep 1: Clearly so.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.Contains("1 trace, 1 step: 0 checked, 1 nothing checkable, 0 flagged\nnothing could be checked, so nothing is known to "
            + "be right or wrong", result.Output, StringComparison.Ordinal);
    }
}
