using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>Only parts that are complete and of one run are put together, and whatever is refused is kept.</summary>
public sealed class MergeTests
{
    private const string Run = ".reasoning/runs/r/";
    private const string First = Run + "traces.0-of-2.jsonl";
    private const string Second = Run + "traces.1-of-2.jsonl";
    private const string Seal = Run + "traces.1-of-2.json";

    [Theory]
    [InlineData("doubled", "is of input 1, where input 2 should stand")]
    [InlineData("empty", "inputs from 2 on are missing; of 30 it must hold 15, and holds 0")]
    [InlineData("lines cut", "inputs from 26 on are missing; of 30 it must hold 15, and holds 12")]
    [InlineData("bytes cut", "traces.1-of-2.jsonl:15 is cut off")]
    [InlineData("line gone", "traces.1-of-2.jsonl:5 is of input 12, where input 10 should stand")]
    [InlineData("garbage", "traces.1-of-2.jsonl:5 is no line of a run")]
    [InlineData("changed", "was changed after it was complete")]
    [InlineData("no seal", "has no traces.1-of-2.json beside it")]
    [InlineData("broken seal", "has no traces.1-of-2.json beside it")]
    [InlineData("foreign", "is no part of this run: it was begun with b.jsonl")]
    public async Task A_damaged_part_is_refused_kept_and_mended(string damage, string told)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(30));
        await ReviewAsync(folder, "a.jsonl", "r");
        var right = folder.Read(Second);
        var lines = right.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        switch (damage)
        {
            case "no seal":
                File.Delete(folder.At(Seal));
                break;
            case "broken seal":
                folder.Write(Seal, "{}");
                break;
            case "foreign":
                folder.Write("b.jsonl", KeptRunTests.Records(30));
                await ReviewAsync(folder, "b.jsonl", "b");
                foreach (var name in (string[])["traces.1-of-2.jsonl", "traces.1-of-2.json"])
                    File.Copy(folder.At(".reasoning/runs/b/" + name), folder.At(Run + name), overwrite: true);
                break;
            default:
                folder.Write(Second, damage switch
                {
                    "doubled" => folder.Read(First),
                    "empty" => string.Empty,
                    "lines cut" => Joined(lines[..12]),
                    "bytes cut" => right[..^20],
                    "line gone" => Joined([.. lines[..4], .. lines[5..]]),
                    "garbage" => Joined([.. lines[..4], "garbage", .. lines[5..]]),
                    _ => right.Replace("\"t7\"", "\"t8\"", StringComparison.Ordinal),
                });
                break;
        }

        var merged = await TestProgram.RunAsync(folder, "run", "merge", "r");
        Assert.Equal(2, merged.ExitCode);
        Assert.Contains(told, merged.Error, StringComparison.Ordinal);
        Assert.Contains("review … --run r --shard 1/2", merged.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At(First)) && File.Exists(folder.At(Second)) && !File.Exists(folder.At(Run + "traces.jsonl")));
        await ReviewAsync(folder, "a.jsonl", "r");
        Assert.Equal(right, folder.Read(Second));
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "run", "merge", "r")).ExitCode);
        Assert.Equal(30, File.ReadLines(folder.At(Run + "traces.jsonl")).Count());
        Assert.Empty(Directory.GetFiles(folder.At(Run), "*-of-*"));
    }

    [Fact]
    public async Task A_part_without_inputs_is_one()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(1));
        await ReviewAsync(folder, "a.jsonl", "r");
        Assert.Equal(0, (await TestProgram.RunAsync(folder, "run", "merge", "r")).ExitCode);
        Assert.Single(File.ReadLines(folder.At(Run + "traces.jsonl")));
    }

    private static string Joined(string[] lines) => string.Concat(lines.Select(line => line + "\n"));

    private static async Task ReviewAsync(TestFolder folder, string file, string run)
    {
        foreach (var part in (string[])["0/2", "1/2"])
            Assert.Equal(0, (await TestProgram.RunAsync(folder, "review", file, "--run", run, "--shard", part)).ExitCode);
    }
}
