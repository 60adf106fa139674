using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class SuppressionTests
{
    [Fact]
    public async Task A_comment_silences_its_rule_for_the_next_step_only()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\n<!-- reasoning-disable-next-step RR101 -->\n\nStep 1: 2 + 2 = 5.\n\nStep 2: 1 + 1 = 3.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.DoesNotContain("not 5", result.Output, StringComparison.Ordinal);
        Assert.Contains("not 3", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 checked, 0 nothing checkable, 1 flagged, 1 silenced", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_silences_nothing_is_reported()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\n<!-- reasoning-disable-next-step RR101 RR999 -->\n\nStep 1: 2 + 2 = 4.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.Contains("a.md:3:1: hint: Nothing here violates RR101 (false-equality)", result.Output, StringComparison.Ordinal);
        Assert.Contains("a.md:3:1: hint: RR999 is not a rule", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_comment_for_a_rule_that_did_not_run_is_not_called_unused()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\n<!-- reasoning-disable-file RR102 -->\n\nStep 1: 2 + 2 = 4.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md", "--rules", "RR001,RR101");
        Assert.DoesNotContain("RR102", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_silences_its_own_findings_and_no_other_records()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", "{\"reasoning-disable\": [\"RR101\"], \"steps\": [\"2 + 2 = 5\"]}\n{\"steps\": [\"1 + 1 = 3\"]}\n");
        foreach (var arguments in (string[][])[["review", "a.jsonl"], ["review", "a.jsonl", "--fix"]])
        {
            var result = await TestProgram.RunAsync(folder, arguments);
            Assert.DoesNotContain("not 5", result.Output, StringComparison.Ordinal);
        }

        Assert.Equal("{\"reasoning-disable\": [\"RR101\"], \"steps\": [\"2 + 2 = 5\"]}\n{\"steps\": [\"1 + 1 = 2\"]}\n",
            folder.Read("a.jsonl"));
    }

    [Fact]
    public async Task A_finding_that_a_person_called_wrong_is_not_shown_again_until_the_step_changes()
    {
        using var folder = new TestFolder();
        var path = folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n");
        var step = ReasoningLsp.Review.Findings.StepHash.Of("2 + 2 = 5.");
        folder.Write(".reasoning/decisions.jsonl",
            $$"""{"decision":"wrong-finding","rule":"RR101","step":"{{step}}","reason":"a joke","when":"2026-01-31T12:00:00Z"}""" + "\n");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "review", "a.md")).ExitCode);
        File.WriteAllText(path, "Problem: Add.\n\nStep 1: 2 + 2 = 6.\n");
        Assert.Equal(1, (await TestProgram.RunAsync(folder, "review", "a.md")).ExitCode);
    }

    [Fact]
    public async Task A_decision_that_cannot_be_read_is_reported_with_its_line()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: 2 + 2 = 4.\n");
        folder.Write(".reasoning/decisions.jsonl", "\n<<<<<<< mine\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(".reasoning/decisions.jsonl:2:1: This is not a JSON object. Mend or remove this line.", result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maths_that_is_never_closed_is_a_finding_where_it_starts_and_the_rest_is_reviewed()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", "Problem: Add.\n\nStep 1: \\[ x = 2\n\nStep 2: 2 + 2 = 5.\n");
        var result = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.Contains("a.md:3:9: warning:", result.Output, StringComparison.Ordinal);
        Assert.Contains("[RR002]", result.Output, StringComparison.Ordinal);
        Assert.Contains("not 5", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }
}
