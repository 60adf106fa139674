using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>Each of the four ways in the documentation leads from its first command to its last, on real data.</summary>
public sealed partial class WaysTests
{
    [Fact]
    public async Task A_teachers_way()
    {
        using var folder = new TestFolder();
        foreach (var (record, at) in Records("processbench/gsm8k.jsonl").Take(30).Select((record, at) => (record, at)))
            folder.Write($"homework/{(at == 0 ? "Ann" : $"Student{at:00}")}.solution.md",
                $"Problem: {record.GetProperty("problem").GetString()}\n\nSolution:\n\n"
                + string.Join("\n\n", record.GetProperty("steps").EnumerateArray()
                    .Select((step, index) => $"Step {index + 1}: {step.GetString()}")));
        var outputs = await FollowAsync(folder, "teacher");
        Assert.Contains("Run hw3: 30 traces of 30 inputs.", outputs[0], StringComparison.Ordinal);
        Assert.Equal(30, Directory.GetFiles(folder.At("returned"), "*.html").Length);
        Assert.Equal(31, File.ReadAllLines(folder.At("returned/class.csv")).Length);
        Assert.EndsWith(",3,,", File.ReadAllLines(folder.At("returned/class.csv"))[1], StringComparison.Ordinal);
        Assert.Contains("Which price is meant here?", folder.Read("returned/Ann.html"), StringComparison.Ordinal);
        Assert.Contains("\"decision\":\"accepted\"", folder.Read(".reasoning/decisions.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_engineers_way()
    {
        using var folder = new TestFolder();
        File.Copy(Slices.FullOrSlice("processbench/math.jsonl"), folder.At("traces.jsonl"));
        await FollowAsync(folder, "data-engineer");
        Assert.Equal(File.ReadAllBytes(folder.At(".reasoning/runs/nightly/traces.jsonl")),
            File.ReadAllBytes(folder.At(".reasoning/runs/shared/traces.jsonl")));
    }

    [Fact]
    public async Task The_way_of_who_compares()
    {
        using var folder = new TestFolder();
        var records = File.ReadAllLines(Slices.FullOrSlice("processbench/gsm8k.jsonl")).Take(60).ToArray();
        folder.Write("before.jsonl", string.Join('\n', records) + "\n");
        folder.Write("after.jsonl", string.Join('\n', records.Select((record, at) => at % 2 == 0 ? record : record.Replace(". ", ".  ",
            StringComparison.Ordinal))) + "\n");
        folder.Write("old/homework/a.solution.md", "Problem: How many?\n\nSolution:\n\nStep 1: 2 + 2 = 5\n");
        folder.Write("homework/a.solution.md", folder.Read("old/homework/a.solution.md"));
        foreach (var git in (string[])["init -q", "add homework", "-c user.name=a -c user.email=a@b.c commit -q -m first"])
        {
            using var process = Process.Start(new ProcessStartInfo("git", git) { WorkingDirectory = folder.Path })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
        }

        folder.Write("homework/a.solution.md", "Problem: How many?\n\nSolution:\n\nStep 1: 2 + 2 = 4\n");
        var outputs = await FollowAsync(folder, "comparing");
        Assert.Contains("wrong → right", outputs[2], StringComparison.Ordinal);
        Assert.Contains("Against the other run", outputs[4], StringComparison.Ordinal);
        Assert.Contains("McNemar", folder.Read("compared.html"), StringComparison.Ordinal);
        Assert.All(outputs[5..7], output => Assert.Matches(@"wrong → right +1 +1", output));
        Assert.All(outputs[5..7], output => Assert.Contains("1 solution in both", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_researchers_way()
    {
        using var folder = new TestFolder();
        File.Copy(Slices.FullOrSlice("processbench/gsm8k.jsonl"), folder.At("labelled.jsonl"));
        var outputs = await FollowAsync(folder, "researcher");
        Assert.Contains("F1 (ProcessBench), review", outputs[1], StringComparison.Ordinal);
        Assert.True(new FileInfo(folder.At("stepwise.jsonl")).Length > 1000);
        Assert.Contains("planted, found at the step", outputs[^1], StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Records(string set) =>
        File.ReadLines(Slices.FullOrSlice(set)).Select(line => JsonDocument.Parse(line).RootElement);

    // A finding makes a review end with 1; 2 is trouble.
    private static async Task<List<string>> FollowAsync(TestFolder folder, string way)
    {
        var outputs = new List<string>();
        foreach (var line in Command().Matches(await File.ReadAllTextAsync(Repository.Path($"docs/ways/{way}.md"),
            TestContext.Current.CancellationToken))
            .Select(match => match.Groups["command"].Value))
        {
            string[] arguments = [.. Word().Matches(line).Select(word => word.Value.Trim('"'))];
            var result = await TestProgram.RunAsync(folder, new MemoryStream(), arguments, options => new Reviewer(options), null,
                TestContext.Current.CancellationToken);
            Assert.True(result.ExitCode is 0 or 1, $"{line}\n{result.Error}");
            outputs.Add(result.Output);
        }

        Assert.NotEmpty(outputs);
        return outputs;
    }

    [GeneratedRegex(@"^reasoning-lsp (?<command>.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Word();
}
