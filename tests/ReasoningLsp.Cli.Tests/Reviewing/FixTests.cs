using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class FixTests
{
    [Fact]
    public async Task Fixes_are_written_to_the_file_and_the_fixed_file_is_what_is_reported()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\r\n\r\nStep 1: 2 + 2 = 5.\r\n\r\nStep 2: 1 + 1 = 3 and 3 + 3 = 7.\r\n");
        var result = await TestProgram.RunAsync(folder, "review", "--fix", "a.md");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Problem: Add.\r\n\r\nStep 1: 2 + 2 = 4.\r\n\r\nStep 2: 1 + 1 = 2 and 3 + 3 = 6.\r\n", folder.Read("a.md"));
        Assert.Contains("Fixed 3 findings in 1 file.", result.Error, StringComparison.Ordinal);
        Assert.Contains("2 checked, 0 nothing checkable, 0 flagged", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propagation_takes_dependents_along_in_one_pass()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Multiply.\n\nStep 1: 7 * 14 = 88.\n\nStep 2: 88 + 31 = 119.\n\n**Answer:** 119\n");
        var exact = await RunAsync(folder, "review", "a.md", "--format", "jsonl");
        Assert.Contains("\"title\":\"Replace 88 by 98 and recalculate the 3 numbers that depend on it\"", exact.Output,
            StringComparison.Ordinal);
        var result = await RunAsync(folder, "review", "--fix=propagate", "a.md");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Problem: Multiply.\n\nStep 1: 7 * 14 = 98.\n\nStep 2: 98 + 31 = 129.\n\n**Answer:** 129\n", folder.Read("a.md"));
        Assert.Contains("Fixed 1 finding in 1 file.", result.Error, StringComparison.Ordinal);
    }

    /// <summary>The rest of a step and the stated answer go along with an exact fix too; other steps do not.</summary>
    [Theory]
    [InlineData("Step 1: He has 36.\n\nStep 2: After giving 9 away, 36 - 9 = 25 apples are left.\n\nThe answer is 25.\n",
        "Step 1: He has 36.\n\nStep 2: After giving 9 away, 36 - 9 = 27 apples are left.\n\nThe answer is 27.\n")]
    [InlineData("Step 1: It is 36 - 9 = 25, and then 25 * 2 = 50.\n\n**Answer:** 50\n",
        "Step 1: It is 36 - 9 = 27, and then 27 * 2 = 54.\n\n**Answer:** 54\n")]
    [InlineData("Step 1: 7 * 14 = 88.\n\nStep 2: 88 + 31 = 119.\n", "Step 1: 7 * 14 = 98.\n\nStep 2: 88 + 31 = 119.\n")]
    public async Task An_exact_fix_takes_along_the_rest_of_its_step_and_the_answer(string before, string after)
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: How many?\n\n" + before);
        await RunAsync(folder, "review", "--fix", "a.md");
        Assert.Equal("Problem: How many?\n\n" + after, folder.Read("a.md"));
    }

    /// <summary>A file that was mended by half is not called clean.</summary>
    [Theory]
    [InlineData("Step 1: 7 * 14 = 88.\n\nStep 2: 88 + 31 = 119.\n", "This uses 88, which was corrected to 98 in step 1.")]
    [InlineData("Step 1: 0.35 * 240 = 74, so the discount is 74 dollars.\n\nStep 2: 240 - 74 = 166.\n",
        "This still says 74, which was corrected to 84 before it.")]
    [InlineData("Step 1: $0.35 \\times 240 = 74$ so one saves 74.\n\nStep 2: One pays $240 - 74 = 166$.\n",
        "This uses 74, which was corrected to 84 in step 1.")]
    [InlineData("Step 1: 8:35 + 45 min = 9:10\n\nStep 2: 9:10 + 10 min = 9:20\n", "This uses 9:10, which was corrected to 9:20 in step 1.")]
    public async Task What_still_uses_a_value_that_was_put_right_is_told(string text, string told)
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: How many?\n\n" + text);
        var result = await RunAsync(folder, "review", "--fix", "a.md");
        Assert.Contains(told, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(", 0 flagged", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_JSONL_file_is_fixed_inside_its_escapes_and_nothing_else_of_it_changes()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", "{\"id\": 1, \"steps\": [\"\\u00e9: 2 + 2 = 5\"]}\r\n\r\nbroken\n{\"steps\":[\"1 + 1 = 2\"]}");
        var result = await TestProgram.RunAsync(folder, "review", "--fix=exact", "a.jsonl");
        Assert.Equal("{\"id\": 1, \"steps\": [\"\\u00e9: 2 + 2 = 4\"]}\r\n\r\nbroken\n{\"steps\":[\"1 + 1 = 2\"]}", folder.Read("a.jsonl"));
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task A_byte_order_mark_and_UTF_16_survive_a_fix()
    {
        using var folder = new TestFolder();
        var encoding = System.Text.Encoding.Unicode;
        File.WriteAllText(folder.At("a.md"), "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n", encoding);
        await TestProgram.RunAsync(folder, "review", "--fix", "a.md");
        Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes("Problem: Add.\n\nStep 1: 2 + 2 = 4.\n")],
            File.ReadAllBytes(folder.At("a.md")));
    }

    [Theory]
    [InlineData("Problem: Für 3 × 4 Dosen.\r\n\r\nStep 1: 2 + 2 = 5.\r\n")]
    [InlineData("Aufgabe: Was sind ½ · 4²?\n\nSchritt 1: 2 + 2 = 5, süß.\n")]
    public async Task Umlauts_of_Latin_1_survive_a_fix_byte_for_byte(string text)
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.At("a.md"), System.Text.Encoding.Latin1.GetBytes(text));
        var result = await TestProgram.RunAsync(folder, "review", "--fix", "a.md");
        Assert.StartsWith("a.md: its bytes are no UTF-8, and were read as Windows-1252.", result.Error, StringComparison.Ordinal);
        Assert.Equal(text.Replace("= 5", "= 4", StringComparison.Ordinal),
            System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(folder.At("a.md"))));
    }

    [Fact]
    public async Task A_file_that_is_not_all_text_is_not_rewritten()
    {
        using var folder = new TestFolder();
        byte[] bytes = [.. "Problem: Add.\n\nStep 1: 2 + 2 = 5 "u8, 0xFF, .. ".\n"u8];
        File.WriteAllBytes(folder.At("a.md"), bytes);
        var result = await TestProgram.RunAsync(folder, "review", "--fix", "a.md");
        Assert.Equal(bytes, File.ReadAllBytes(folder.At("a.md")));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a.md: This file is not fixed, because not all of it is text.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppressed_or_known_finding_is_not_fixed()
    {
        using var folder = new TestFolder();
        const string Text = "Problem: Add.\n\n<!-- reasoning-disable-next-step RR101 -->\nStep 1: 2 + 2 = 5.\n\nStep 2: 1 + 1 = 3.\n";
        folder.Write("a.md", Text);
        await TestProgram.RunAsync(folder, "review", "a.md", "--baseline", "known.json", "--write-baseline");
        var result = await TestProgram.RunAsync(folder, "review", "--fix", "a.md", "--baseline", "known.json");
        Assert.Equal(Text, folder.Read("a.md"));
        Assert.Contains("Nothing could be fixed exactly.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reasoning-review.json", "{ \"rules\": { \"RR101\": ")]
    [InlineData("reasoning-review.json", "{ \"rules\": { \"RR101\": \"of\" } }")]
    [InlineData(".reasoning/decisions.jsonl", "not a decision\n")]
    public async Task Nothing_is_fixed_in_a_folder_whose_rules_cannot_be_read(string name, string broken)
    {
        using var folder = new TestFolder();
        folder.Write("sub/" + name, broken);
        folder.Write("sub/a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        folder.Write("b.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        var result = await TestProgram.RunAsync(folder, "review", "--fix", "sub/a.md", "b.md");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("Problem: Add.\n\nStep 1: 2 + 2 = 5.\n", folder.Read("sub/a.md"));
        Assert.Equal("Problem: Add.\n\nStep 1: 2 + 2 = 4.\n", folder.Read("b.md"));
        Assert.Contains("This file is not fixed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_configuration_is_told()
    {
        using var folder = new TestFolder();
        folder.Write("sub/reasoning-review.json/x.txt", "");
        folder.Write("sub/a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 4.\n");
        var result = await TestProgram.RunAsync(folder, "review", "sub/a.md");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("reasoning-review.json:1:1: This configuration cannot be read: it is a folder.", result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixing_leaves_no_temporary_file()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        await TestProgram.RunAsync(folder, "review", "--fix", "a.md");
        Assert.Equal(["a.md", "reasoning-review.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    // Propagation needs what the real checks read.
    private static Task<RunResult> RunAsync(TestFolder folder, params string[] arguments) =>
        TestProgram.RunAsync(folder, Stream.Null, arguments, options => new Reviewer(options), null, TestContext.Current.CancellationToken);
}
