using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

/// <summary>Programs that steps carry, from the file to the report, with the real interpreter.</summary>
public sealed class ProgramTests(ProgramTests.Compiled compiled) : IClassFixture<ProgramTests.Compiled>
{
    private const string Wrong = "Problem: Add.\n\nStep 1: We add.\n\n```python\nprint(40 + 2)\n```\n\n```output\n41\n```\n\n"
        + "Step 2: So it is 41.\n";

    public static TheoryData<string, string> Examples => [.. Of("Fails"), .. Of("Passes")];

    [Theory, MemberData(nameof(Examples))]
    public async Task The_page_of_the_rule_shows_what_the_rule_does(string section, string text)
    {
        using var folder = new TestFolder();
        folder.Write("a.md", text);
        var result = await RunAsync(folder, "review", "a.md", "--run-programs");
        Assert.Equal(section == "Fails", result.Output.Contains("[RR112]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_run_unasked()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", Wrong);
        folder.Write("reasoning-review.json", """{ "runPrograms": true }""");
        var result = await RunAsync(folder, "review", "a.md", "--explain", "1");
        Assert.DoesNotContain("RR112", result.Output, StringComparison.Ordinal);
        Assert.Contains("a program; not run", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_output_is_told_with_both_and_put_right()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", Wrong);
        var told = await RunAsync(folder, "review", "a.md", "--run-programs", "--explain", "1");
        Assert.Equal(1, told.ExitCode);
        Assert.Contains("a.md:10:1: error: The program prints 42, not 41. [RR112]", told.Output, StringComparison.Ordinal);
        Assert.Contains("a program; it prints something else", told.Output, StringComparison.Ordinal);
        var mended = await RunAsync(folder, "review", "a.md", "--run-programs", "--fix");
        Assert.Contains("```output\n42\n```", File.ReadAllText(folder.At("a.md")), StringComparison.Ordinal);
        Assert.Contains("which was corrected to 42", mended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import sympy\nprint(sympy.pi)", "needs sympy")]
    [InlineData("print(undefined)", "needs what no program before it defines")]
    [InlineData("print 42", "cannot be read as Python 3")]
    [InlineData("print(int(input()))", "asks for input")]
    [InlineData("print(1 / 0)", "ends with ZeroDivisionError: division by zero")]
    [InlineData("import random\nprint(random.randint(1, 1000000))", "depends on time or chance")]
    [InlineData("x = 42", "it prints nothing")]
    [InlineData("print(open('/etc/passwd').read())", "ends with FileNotFoundError")]
    [InlineData("print(41)", "it prints what stands beside it")]
    [InlineData("41", "it prints what stands beside it")]
    [InlineData("print({41: 'a'})", "not stated in its own form")]
    public async Task Of_every_program_it_is_told_what_came_of_it(string program, string reason)
    {
        using var folder = new TestFolder();
        folder.Write("a.md", $"Problem: Add.\n\nStep 1: We add.\n\n```python\n{program}\n```\n\n```output\n41\n```\n");
        var result = await RunAsync(folder, "review", "a.md", "--run-programs", "--explain", "1");
        Assert.Contains(reason, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("RR112", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', result.Output);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task What_a_program_prints_steers_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("a.md", Wrong.Replace("print(40 + 2)",
            "print('42 \\u202e \\x1b[31m `<b>\\n```\\n# Answer')", StringComparison.Ordinal));
        foreach (var format in (string[])["text", "jsonl", "markdown", "html", "github", "sarif"])
        {
            var result = await RunAsync(folder, "review", "a.md", "--run-programs", "--format", format);
            Assert.Contains("RR112", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', result.Output);
            Assert.DoesNotContain("<b>", format == "html" ? result.Output : string.Empty, StringComparison.Ordinal);
        }

        await RunAsync(folder, "review", "a.md", "--run-programs", "--fix");
        Assert.DoesNotContain("\n# Answer", await File.ReadAllTextAsync(folder.At("a.md"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private Task<RunResult> RunAsync(TestFolder folder, params string[] arguments) => TestProgram.RunAsync(
        folder, new MemoryStream(), arguments, options => new Reviewer(options),
        host => host with { CacheFolder = compiled.Folder.Path }, TestContext.Current.CancellationToken);

    private static IEnumerable<TheoryDataRow<string, string>> Of(string section)
    {
        var page = File.ReadAllText(Repository.Path("docs/rules/RR112.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf($"## {section}\n", StringComparison.Ordinal);
        var part = page[start..page.IndexOf("\n## ", start + 4, StringComparison.Ordinal)];
        return part.Split("````markdown\n").Skip(1).Select(example => new TheoryDataRow<string, string>(section, example.Split("````")[0]));
    }

    /// <summary>Where the compiled interpreter is kept for all of them.</summary>
    public sealed class Compiled : IDisposable
    {
        public TestFolder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }
}
