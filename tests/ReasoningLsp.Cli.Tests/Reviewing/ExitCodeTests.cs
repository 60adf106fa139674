using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class ExitCodeTests
{
    private const string Right = "Problem: Add.\n\nStep 1: 2 + 2 = 4.\n";
    private const string Wrong = "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n";

    [Fact]
    public async Task A_run_without_findings_ends_with_0()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", Right);
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "review", "a.md")).ExitCode);
    }

    [Theory]
    [InlineData("a.md", "Problem: Add 2 and 2.\n")]
    [InlineData("a.md", "")]
    [InlineData("a.tex", "\\begin{problem}Add 2 and 2.\\end{problem}")]
    [InlineData("a.ipynb", """{"cells": []}""")]
    public async Task A_named_file_without_steps_is_not_clean_and_the_user_is_told_what_steps_are(string name, string text)
    {
        using var folder = new TestFolder();
        folder.Write(name, text);
        var result = await TestProgram.RunAsync(folder, "review", name);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{name}: No steps were found in", result.Error, StringComparison.Ordinal);
        Assert.Contains("table rows or displayed mathematics", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_steps_that_a_folder_holds_is_noted()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", "Problem: Add 2 and 2.\n");
        var result = await TestProgram.RunAsync(folder, "review", ".");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("no steps were found in it", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 1)]
    [InlineData("warning", 1)]
    [InlineData("hint", 1)]
    [InlineData("never", 0)]
    public async Task An_error_ends_with_1_unless_nothing_may_fail(string failOn, int expected)
    {
        using var folder = new TestFolder();
        folder.Write("a.md", Wrong);
        Assert.Equal(expected, (await TestProgram.RunAsync(folder, "review", "a.md", "--fail-on", failOn)).ExitCode);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 0)]
    [InlineData("hint", 1)]
    public async Task A_hint_fails_only_when_hints_do(string failOn, int expected)
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", """{ "root": true, "rules": { "RR101": "hint" } }""");
        folder.Write("a.md", Wrong);
        Assert.Equal(expected, (await TestProgram.RunAsync(folder, "review", "a.md", "--fail-on", failOn)).ExitCode);
    }

    [Fact]
    public async Task A_file_that_is_missing_ends_with_2_even_beside_findings_and_the_rest_is_reviewed()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", Wrong);
        var result = await TestProgram.RunAsync(folder, "review", "gone.md", "a.md");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a.md:3:9: error: 2 + 2 = 4, not 5 [RR101]", result.Output, StringComparison.Ordinal);
        Assert.Contains("gone.md: There is no such file; check the spelling and the folder.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option --formt. Did you mean --format?", "review", "--formt", "sarif")]
    [InlineData("There is no command revew. Did you mean review?", "revew")]
    [InlineData("--format is text, jsonl, sarif, github, html or markdown, not \"srif\". Did you mean sarif?", "review", "--format",
        "srif")]
    [InlineData("There is no rule RR1010. Did you mean RR101?", "review", "--rules", "RR1010")]
    [InlineData("--write-baseline needs to know where: add --baseline FILE.", "review", "--write-baseline")]
    [InlineData("--fix rewrites files", "review", "-", "--fix")]
    [InlineData("The configuration none.json cannot be read", "review", "--config", "none.json")]
    [InlineData("Say what to do.")]
    public async Task Wrong_usage_ends_with_2_and_says_what_was_meant(string message, params string[] arguments)
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task An_interrupted_run_ends_with_130_and_leaves_no_report_file()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", Wrong);
        using var interrupt = new CancellationTokenSource();
        var result = await TestProgram.RunAsync(
            folder, Stream.Null, ["review", "a.md", "--output", "report.txt"],
            _ => new InterruptingReviewer(interrupt),
            null, interrupt.Token);
        Assert.Equal(130, result.ExitCode);
        Assert.Equal(["a.md", "reasoning-review.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_defect_of_ours_costs_one_solution_and_not_the_run()
    {
        using var folder = new TestFolder();
        folder.Write("a.trace.jsonl", """
            {"problem": "p", "steps": ["2 + 2 = 5"]}
            {"problem": "p", "steps": ["boom"]}
            {"problem": "p", "steps": ["3 + 4 = 7"]}

            """);
        var run = await TestProgram.RunAsync(folder, Stream.Null, ["review", "a.trace.jsonl", "--format", "jsonl"], options =>
            new BrokenReviewer(SumReviewer.Create(options)), null, TestContext.Current.CancellationToken);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(3, run.Lines.Length);
        Assert.Contains("RR101", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("could not be reviewed because of an error in reasoning-lsp: InvalidOperationException: A check is broken.",
            run.Lines[1], StringComparison.Ordinal);
        Assert.Contains("\"checked\":1,\"error\":null", run.Lines[2], StringComparison.Ordinal);
    }

    private sealed class InterruptingReviewer(CancellationTokenSource interrupt) : IExactReviewer
    {
        public TraceReview Review(Trace trace, CancellationToken cancellationToken)
        {
            interrupt.Cancel();
            interrupt.Token.ThrowIfCancellationRequested();
            throw new InvalidOperationException();
        }

        public TraceReview Update(TraceReview previous, Trace trace, CancellationToken cancellationToken) =>
            Review(trace, cancellationToken);
    }

    private sealed class BrokenReviewer(IExactReviewer sums) : IExactReviewer
    {
        public TraceReview Review(Trace trace, CancellationToken cancellationToken) =>
            trace.Steps[0].Text.Text == "boom" ? throw new InvalidOperationException("A check is broken.")
            : sums.Review(trace, cancellationToken);

        public TraceReview Update(TraceReview previous, Trace trace, CancellationToken cancellationToken) =>
            Review(trace, cancellationToken);
    }
}
