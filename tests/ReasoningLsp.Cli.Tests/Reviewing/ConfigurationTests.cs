using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class ConfigurationTests
{
    private const string Wrong = "Problem: Add.\n\nStep 1: 2 + 2 = 5.\n";

    [Fact]
    public async Task The_nearest_configuration_wins_key_by_key()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", """{ "root": true, "failOn": "error", "rules": { "RR101": "off" } }""");
        folder.Write("inner/reasoning-review.json", """{ "rules": { "RR101": "warning" } }""");
        folder.Write("a.md", Wrong);
        folder.Write("inner/a.md", Wrong);
        var outer = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.Contains("nothing wrong was found", outer.Output, StringComparison.Ordinal);
        var inner = await TestProgram.RunAsync(folder, "review", "inner/a.md");
        Assert.Contains("inner/a.md:3:9: warning", inner.Output, StringComparison.Ordinal);
        Assert.Equal(0, inner.ExitCode);
    }

    [Fact]
    public async Task A_configuration_named_on_the_command_line_is_the_only_one()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", """{ "root": true, "rules": { "RR101": "off" } }""");
        folder.Write("other.json", """{ "rules": { "RR101": "hint" } }""");
        folder.Write("a.md", Wrong);
        var result = await TestProgram.RunAsync(folder, "review", "a.md", "--config", "other.json");
        Assert.Contains("hint: 2 + 2", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"root\": true,\n  \"rulez\": {} }",
        "reasoning-review.json:2:3: There is no setting \"rulez\". Did you mean \"rules\"?")]
    [InlineData("{ \"root\": true,\n  \"rules\": { \"RR1O1\": \"off\" } }",
        "reasoning-review.json:2:14: rules.RR1O1: There is no rule \"RR1O1\". Did you mean \"RR101\"?")]
    [InlineData("{ \"root\": true, \"rules\": { \"RR101\": \"loud\" } }",
        "\"rules.RR101\" has a value without meaning. Set it to \"off\", \"hint\", \"information\", \"warning\" or \"error\".")]
    [InlineData("{ \"root\": true, \"failOn\": \"information\" }",
        "\"failOn\" has a value without meaning. Set it to \"error\", \"warning\", \"hint\" or \"never\".")]
    [InlineData("{ \"root\": true, \"include\": \"*.md\" }", "\"include\" has a value without meaning. Set it to a list of globs")]
    [InlineData("{ \"root\": true, ", "reasoning-review.json:1:")]
    public async Task What_a_configuration_cannot_mean_ends_with_2_and_the_rest_of_it_holds(string text, string message)
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", text);
        folder.Write("a.md", Wrong);
        var result = await TestProgram.RunAsync(folder, "review", "a.md");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Contains("not 5", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_are_reviewed_by_opt_in_include_and_exclude()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json",
            """{ "root": true, "include": ["class/**/*.md"], "exclude": ["class/old/**", "x.solution.md"] }""");
        foreach (var name in (string[])["README.md", "a.solution.md", "x.solution.md", "class/b.md", "class/old/c.md", "class/readme.txt",
            "node_modules/d.solution.md", ".hidden/e.solution.md"])
            folder.Write(name, Wrong);
        folder.Write("matter.md", "---\nproblem: Add.\n---\n\nStep 1: 2 + 2 = 5.\n");
        folder.Write("magic.md", "<!-- reasoning-review -->\n\n" + Wrong);
        var result = await TestProgram.RunAsync(folder, "review", ".", "--format", "jsonl");
        Assert.Equal(
            ["a.solution.md", "magic.md", "matter.md", "class/b.md"],
            result.Lines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task A_file_that_is_named_is_reviewed_whatever_is_configured()
    {
        using var folder = new TestFolder();
        folder.Write("reasoning-review.json", """{ "root": true, "exclude": ["**/*"] }""");
        folder.Write("README.md", Wrong);
        Assert.Equal(1, (await TestProgram.RunAsync(folder, "review", "README.md")).ExitCode);
        Assert.Equal(1, (await TestProgram.RunAsync(folder, "review", "*.md")).ExitCode);
    }
}
