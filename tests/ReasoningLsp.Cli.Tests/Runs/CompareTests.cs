using System.Diagnostics;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>Two versions that are not kept as runs: files, folders, and what git has against what lies there now.</summary>
public sealed class CompareTests : IDisposable
{
    private const string Mended = "Problem: How many?\n\nSolution:\n\nStep 1: 2 + 2 = 4\n\nStep 2: 1 + 1 = 2\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_files_are_compared_by_number_or_id()
    {
        _folder.Write("old.solution.md", Mended.Replace("= 4", "= 5", StringComparison.Ordinal));
        _folder.Write("new.solution.md", Mended.Replace("1 + 1 = 2", "So 1 + 1 = 2", StringComparison.Ordinal));
        var compared = await RunAsync("run", "compare", "old.solution.md", "new.solution.md");
        Assert.Equal((0, string.Empty), (compared.ExitCode, compared.Error));
        Assert.Matches(@"wrong → right +1 +1", compared.Output);
        Assert.Matches(@"right → wrong +0 +0", compared.Output);
        Assert.Contains("changed without need: solution 1, step 2", compared.Output, StringComparison.Ordinal);
        _folder.Write("old.jsonl", """
            {"id":"a","problem":"p","steps":["2 + 2 = 4"]}
            {"id":"b","problem":"p","steps":["2 + 3 = 6"]}
            """);
        _folder.Write("new.jsonl", """
            {"id":"b","problem":"p","steps":["2 + 3 = 6"]}
            {"id":"a","problem":"p","steps":["2 + 2 = 7"]}
            """);
        var records = await RunAsync("run", "compare", "old.jsonl", "new.jsonl");
        Assert.Matches(@"still flagged +1 +1", records.Output);
        Assert.Matches(@"broken: a: ", records.Output);
        // Which version a figure is of, its row says.
        Assert.Matches(@"flagged in old\.jsonl +1 +2", records.Output);
        Assert.Matches(@"flagged in new\.jsonl +2 +2", records.Output);
        Assert.Contains("not flagged in old.jsonl, flagged in new.jsonl", records.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_working_copy_is_compared_with_git()
    {
        foreach (var (name, sum) in (ReadOnlySpan<(string, int)>)[("one", 5), ("two", 4)])
            _folder.Write($"homework/{name}/a.solution.md", Mended.Replace("= 4", $"= {sum}", StringComparison.Ordinal));
        _folder.Write("homework/gone.solution.md", Mended);
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "first");
        _folder.Write("homework/one/a.solution.md", Mended.Replace("How many?", "How many apples?", StringComparison.Ordinal));
        _folder.Write("homework/two/a.solution.md", Mended.Replace("= 4", "= 6", StringComparison.Ordinal));
        File.Delete(_folder.At("homework/gone.solution.md"));
        var compared = await RunAsync("run", "compare", "homework", "--git");
        Assert.Equal((0, string.Empty), (compared.ExitCode, compared.Error));
        Assert.Matches(@"wrong → right +1 +1", compared.Output);
        Assert.Contains("broken: two/a.solution.md: ", compared.Output, StringComparison.Ordinal);
        Assert.Contains("1 solution of HEAD stands alone", compared.Output, StringComparison.Ordinal);
        var file = await RunAsync("run", "compare", "homework/one/a.solution.md", "--git", "HEAD");
        Assert.Matches(@"wrong → right +1 +1", file.Output);
        Assert.Contains("git", (await RunAsync("run", "compare", "homework", "--git", "nowhere")).Error, StringComparison.Ordinal);
        Assert.Contains("no revision", (await RunAsync("run", "compare", "homework", "--git=--output=x")).Error, StringComparison.Ordinal);
    }

    [Theory, InlineData("text"), InlineData("jsonl")]
    public async Task What_stands_alone_or_twice_is_told(string format)
    {
        _folder.Write("old.jsonl", """
            {"id":"a","problem":"p","steps":["2 + 2 = 4"]}
            {"id":"a","problem":"p","steps":["2 + 2 = 5"]}
            {"id":"b","problem":"q","steps":["2 + 3 = 6"]}
            """);
        _folder.Write("new.jsonl", """
            {"id":"a","problem":"p","steps":["2 + 2 = 4"]}
            {"id":"c","problem":"r","steps":["2 + 3 = 6"]}
            {"id":"d","problem":"s","steps":["2 + 3 = 6"]}
            """);
        var compared = await RunAsync("run", "compare", "old.jsonl", "new.jsonl", "--format", format);
        var told = format == "jsonl" ? compared.Error : compared.Output;
        Assert.Contains("1 solution of old.jsonl stands alone and was left out: b.", told, StringComparison.Ordinal);
        Assert.Contains("2 solutions of new.jsonl stand alone and were left out: c, d.", told, StringComparison.Ordinal);
        Assert.Contains("1 name of old.jsonl stands more than once; its first was taken: a.", told, StringComparison.Ordinal);
        Assert.All(compared.Lines, line => Assert.Equal(format == "jsonl", line.StartsWith('{')));
    }

    [Fact]
    public async Task What_cannot_be_compared_is_told()
    {
        _folder.Write("a.solution.md", Mended);
        foreach (var (reason, arguments) in (IEnumerable<(string, string[])>)[("Name the later version too", ["a.solution.md"]),
            ("\"b\" is no run, file or folder", ["a.solution.md", "b"]), ("name no second one", ["a.solution.md", "b", "--git"])])
        {
            var compared = await RunAsync(["run", "compare", .. arguments]);
            Assert.Equal(2, compared.ExitCode);
            Assert.Contains(reason, compared.Error, StringComparison.Ordinal);
        }
    }

    private Task<RunResult> RunAsync(params string[] arguments) => TestProgram.RunAsync(_folder, arguments);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
