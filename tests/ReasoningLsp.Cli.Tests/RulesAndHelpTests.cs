using ReasoningLsp.Cli.Commands;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests;

public sealed class RulesAndHelpTests
{
    public static TheoryData<string> RuleIds => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Fact]
    public async Task Rules_lists_every_rule_with_its_severity()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "rules");
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id), result.Lines.Select(line => line[..5]));
        Assert.Contains("RR390  answer-differs-from-reference  error", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task Every_rule_is_explained_by_its_page(string id)
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "rules", id.ToLowerInvariant());
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(id, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_rule_is_answered_with_the_nearest_one()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "rules", "false-equalty");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("There is no rule false-equalty. Did you mean false-equality?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_three_numbers_and_nothing_else()
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, "--version");
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", result.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("review", "--help")]
    [InlineData("bench", "-h")]
    [InlineData("correct", "-h")]
    [InlineData("refine", "-h")]
    [InlineData("checklist", "decide", "-h")]
    [InlineData("doctor", "-h")]
    [InlineData("progress", "-h")]
    [InlineData("models", "import", "-h")]
    public async Task Help_ends_with_examples_that_can_be_typed(params string[] arguments)
    {
        using var folder = new TestFolder();
        var result = await TestProgram.RunAsync(folder, arguments);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:\n  reasoning-lsp", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[default", result.Output, StringComparison.Ordinal);
        var program = CommandLineProgram.Create(
            new ProgramHost { Output = Stream.Null, Error = TextWriter.Null, Input = Stream.Null, Folder = folder.Path });
        var examples = result.Lines.SkipWhile(line => line != "Examples:").Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(examples);
        foreach (var line in examples)
        {
            // What a second run of spaces separates says what the line does; a pipe and a redirection are the shell's.
            var command = line.Trim().Split("  ")[0].Split(" > ")[0].Split("| ")[^1].Replace("'", string.Empty, StringComparison.Ordinal)
                .Split(' ')[1..];
            Assert.True(program.Complaint(command) is null, $"{line}: {program.Complaint(command)}");
        }
    }
}
