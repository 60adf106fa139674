using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

/// <summary>What holds in a folder holds for every command that works on a file in it.</summary>
public sealed class FolderRulesTests
{
    private const string Solution =
        "Problem: Ann has 3 bags of 4 apples.\n\nStep 1: There are 3 * 4 = 14 apples.\n\nStep 2: That is all.\n";

    [Fact]
    public async Task Refine_corrects_a_false_value()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        var result = await TestProgram.RunAsync(folder, "refine", "a.solution.md");
        Assert.Contains("3 * 4 = 12", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_whose_finding_a_person_marked_wrong_is_not_rewritten()
    {
        using var folder = new TestFolder();
        folder.Write("inner/a.solution.md", Solution);
        DecisionFile.Append(folder.Path, new Decision(
            DecisionKind.WrongFinding, "RR101", StepHash.Of("There are 3 * 4 = 14 apples."), "on purpose", DateTimeOffset.UnixEpoch, null));
        var refined = await TestProgram.RunAsync(folder, "refine", "inner/a.solution.md");
        Assert.DoesNotContain("3 * 4 = 12", refined.Output, StringComparison.Ordinal);
        Assert.Equal(0, refined.ExitCode);
        var corrected = await TestProgram.RunAsync(folder, "correct", "inner/a.solution.md", "--step", "1");
        Assert.Contains("No correction", corrected.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reasoning-review.json", "{ \"rules\": { \"RR101\": \"off\" ")]
    [InlineData(".reasoning/decisions.jsonl", "{ \"decision\": ")]
    public async Task Nothing_is_written_while_what_holds_cannot_be_read(string file, string text)
    {
        using var folder = new TestFolder();
        folder.Write(file, text);
        folder.Write("inner/a.solution.md", Solution);
        var written = await TestProgram.RunAsync(folder, "refine", "inner/a.solution.md", "--write");
        Assert.Equal((2, Solution), (written.ExitCode, folder.Read("inner/a.solution.md")));
        Assert.StartsWith(file + ":1:", written.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing is written while", written.Error, StringComparison.Ordinal);
        var shown = await TestProgram.RunAsync(folder, "refine", "inner/a.solution.md");
        Assert.Contains("3 * 4 = 12", shown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    public async Task Rounds_out_of_their_range_are_refused(string rounds)
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        var result = await TestProgram.RunAsync(folder, "refine", "a.solution.md", "--rounds", rounds);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--rounds is from 1 to 10.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_off_corrects_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", "{ \"rules\": { \"RR101\": \"off\" } }");
        folder.Write("a.solution.md", Solution);
        var result = await TestProgram.RunAsync(folder, "refine", "a.solution.md");
        Assert.DoesNotContain("3 * 4 = 12", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_a_comment_silences_is_not_rewritten()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md",
            Solution.Replace("Step 1", "<!-- reasoning-disable-next-step RR101 -->\nStep 1", StringComparison.Ordinal));
        var result = await TestProgram.RunAsync(folder, "refine", "a.solution.md");
        Assert.DoesNotContain("3 * 4 = 12", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_in_a_subfolder_is_written_where_decisions_are_kept_and_hides_none()
    {
        using var folder = new TestFolder();
        folder.Write("inner/a.solution.md", Solution);
        string[] decide = ["checklist", "decide", "inner/a.solution.md", "--checklist", "worked-solution", "--item", "1", "--verdict",
            "yes"];
        Assert.Equal(0, (await TestProgram.RunAsync(folder, decide)).ExitCode);
        Assert.True(File.Exists(Path.Combine(folder.Path, DecisionFile.RelativePath)));
        Assert.False(File.Exists(Path.Combine(folder.Path, "inner", DecisionFile.RelativePath)));
    }

    [Fact]
    public async Task Decisions_of_every_folder_above_hold()
    {
        using var folder = new TestFolder();
        folder.Write("inner/a.solution.md", Solution);
        Dismiss(folder.Path, "There are 3 * 4 = 14 apples.");
        Dismiss(Path.Combine(folder.Path, "inner"), "Another step.");
        var result = await TestProgram.RunAsync(folder, "refine", "inner/a.solution.md");
        Assert.DoesNotContain("3 * 4 = 12", result.Output, StringComparison.Ordinal);

        static void Dismiss(string at, string step) => DecisionFile.Append(at, new Decision(
            DecisionKind.WrongFinding, "RR101", StepHash.Of(step), "on purpose", DateTimeOffset.UnixEpoch, null));
    }

    [Fact]
    public async Task A_broken_configuration_is_told_by_every_command()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", "{ \"rulez\": 1 }");
        folder.Write("a.solution.md", Solution);
        var result = await TestProgram.RunAsync(folder, "correct", "a.solution.md", "--step", "1");
        Assert.Contains("reasoning-review.json:1:", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refine", "a.solution.md")]
    [InlineData("correct", "a.solution.md", "--step", "1")]
    [InlineData("checklist", "decide", "a.solution.md", "--checklist", "worked-solution", "--item", "1", "--verdict", "yes")]
    public async Task A_broken_configuration_is_trouble_for_every_command(params string[] arguments)
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", "{ \"rulez\": 1 }");
        folder.Write("a.solution.md", Solution);
        Assert.Equal(2, (await TestProgram.RunAsync(folder, "review", "a.solution.md")).ExitCode);
        Assert.Equal(2, (await TestProgram.RunAsync(folder, arguments)).ExitCode);
        Assert.False(Directory.Exists(folder.At(".reasoning")));
    }

    [Theory]
    [InlineData("a decision")]
    [InlineData("a comment")]
    [InlineData("the baseline")]
    [InlineData("the configuration")]
    public async Task A_silenced_finding_is_told_with_what_silences_it(string by)
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", by != "a comment" ? Solution
            : Solution.Replace("Step 1", "<!-- reasoning-disable-next-step RR101 -->\nStep 1", StringComparison.Ordinal));
        if (by == "a decision")
        {
            DecisionFile.Append(folder.Path, new Decision(DecisionKind.WrongFinding, "RR101",
                StepHash.Of("There are 3 * 4 = 14 apples."), "on purpose", DateTimeOffset.UnixEpoch, null));
        }
        else if (by == "the baseline")
        {
            await RealAsync(folder, "review", "a.solution.md", "--baseline", "known.json", "--write-baseline");
            folder.Write("reasoning-review.json", "{ \"baseline\": \"known.json\" }");
        }
        else if (by == "the configuration")
        {
            folder.Write("reasoning-review.json", "{ \"rules\": { \"RR101\": \"off\" } }");
        }

        var result = await RealAsync(folder, "correct", "a.solution.md", "--step", "1");
        Assert.Contains($"Step 1: RR101 is silenced by {by}", result.Error, StringComparison.Ordinal);
        var other = await RealAsync(folder, "correct", "a.solution.md", "--step", "2");
        Assert.DoesNotContain("RR101", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_written_with_its_note_or_not_at_all()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        folder.Write(".reasoning", "a file where a folder should be");
        var refused = await TestProgram.RunAsync(folder, "refine", "a.solution.md", "--write", "--remember");
        Assert.Equal((2, Solution), (refused.ExitCode, folder.Read("a.solution.md")));
        Assert.Contains(Path.Combine(".reasoning", "memory.md"), refused.Error.Replace('/', Path.DirectorySeparatorChar),
            StringComparison.Ordinal);
        File.Delete(folder.At(".reasoning"));
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "refine", "a.solution.md", "--write", "--remember")).ExitCode);
        Assert.Contains("3 * 4 = 12", folder.Read("a.solution.md"), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At(".reasoning/memory.md")));
    }

    private static Task<RunResult> RealAsync(TestFolder folder, params string[] arguments) => TestProgram.RunAsync(
        folder, Stream.Null, arguments, options => new Reviewer(options), null, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Decisions_that_cannot_be_written_end_with_a_sentence()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solution);
        folder.Write(".reasoning", "a file where a folder should be");
        var result = await TestProgram.RunAsync(folder, "checklist", "decide", "a.solution.md", "--checklist", "worked-solution", "--item",
            "1", "--verdict", "yes");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(".reasoning", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named()
    {
        using var folder = new TestFolder();
        var host = new ProgramHost { Output = Stream.Null, Error = TextWriter.Null, Input = Stream.Null, Folder = folder.Path };
        var error = Assert.Throws<UsageException>(
            () => WrittenFile.Write(host, Path.Combine(folder.Path, "gone", "a.md"), Encoding.UTF8.GetBytes("x")));
        Assert.Contains(Path.Combine("gone", "a.md"), error.Message, StringComparison.Ordinal);
    }
}
