using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>A complete run that was damaged is told in a sentence by whatever reads it, and mended by the command that made it.</summary>
public sealed class DamagedRunTests
{
    private const string Run = ".reasoning/runs/r/";
    private const string Traces = Run + "traces.jsonl";

    private static readonly string[] s_readers =
    [
        "run show r", "run show r --by file", "run traces r", "run query r SELECT", "run compare r whole", "run compare whole r",
        "run merge r", "triage r", "class r", "bench r", "export r --format prm800k",
    ];

    [Theory]
    [InlineData("bytes cut", "traces.jsonl:27 is cut off")]
    [InlineData("lines cut", "inputs from 21 on are missing; of 30 it must hold 30, and holds 20")]
    [InlineData("line gone", "traces.jsonl:5 is of input 6, where input 5 should stand")]
    [InlineData("garbage", "traces.jsonl:5 is no line of a run")]
    [InlineData("garbage within", "traces.jsonl:5 is no line of a run")]
    [InlineData("empty", "inputs from 1 on are missing")]
    [InlineData("no summary", "summary.json is no summary of a run")]
    public async Task Damage_is_told_by_every_command_and_mended_by_the_same_review(string damage, string told)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(30));
        foreach (var name in (string[])["r", "whole"])
            await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", name);
        var right = folder.Read(Traces);
        var lines = right.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (damage == "no summary")
            folder.Write(Run + "summary.json", "[]");
        else
            folder.Write(Traces, damage switch
            {
                "bytes cut" => Joined(lines[..27])[..^20],
                "lines cut" => Joined(lines[..20]),
                "line gone" => Joined([.. lines[..4], .. lines[5..]]),
                "garbage" => Joined([.. lines[..4], "garbage", .. lines[5..]]),
                "garbage within" => Joined([.. lines[..4], lines[4].Replace("\"steps\":[", "\"steps\":[[", StringComparison.Ordinal),
                    .. lines[5..]]),
                _ => string.Empty,
            });
        foreach (var reader in s_readers)
        {
            var run = await TestProgram.RunAsync(folder, reader.Split(' '));
            Assert.True(run.ExitCode == 2, reader);
            Assert.True(run.Error.Contains(told, StringComparison.Ordinal), $"{reader}: {run.Error}");
            Assert.Contains("review … --run r", run.Error, StringComparison.Ordinal);
        }

        Assert.Contains("whole  30 traces", (await TestProgram.RunAsync(folder, "run", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r")).ExitCode);
        Assert.Equal(right, folder.Read(Traces));
        Assert.Equal(folder.Read(".reasoning/runs/whole/summary.json"), folder.Read(Run + "summary.json"));
    }

    [Fact]
    public async Task Lines_that_were_edited_and_settings_that_are_none_are_told_and_nothing_is_removed()
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(9));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var edited = folder.Read(Traces).Replace("\"t7\"", "\"t8\"", StringComparison.Ordinal);
        folder.Write(Traces, edited);
        var again = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("was changed after the run was complete, and no line tells where", again.Error, StringComparison.Ordinal);
        Assert.Equal(edited, folder.Read(Traces));
        foreach (var settings in (string[])["{", "null", "[]", "{}"])
        {
            folder.Write(Run + "run.json", settings);
            again = await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
            Assert.Equal(2, again.ExitCode);
            Assert.Contains("run.json does not say any more what the run was made of", again.Error, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(null), InlineData(""), InlineData("garbage")]
    public async Task An_index_that_is_missing_or_none_is_made_from_the_lines(string? index)
    {
        using var folder = new TestFolder();
        folder.Write("a.jsonl", KeptRunTests.Records(9));
        await TestProgram.RunAsync(folder, "review", "a.jsonl", "--run", "r");
        var right = File.ReadAllBytes(folder.At(Run + "index.parquet"));
        if (index is null)
            File.Delete(folder.At(Run + "index.parquet"));
        else
            folder.Write(Run + "index.parquet", index);
        var run = await TestProgram.RunAsync(folder, "run", "query", "r", "SELECT count(*) AS n FROM traces", "--format", "jsonl");
        Assert.Equal("{\"n\":9}", run.Output.Trim());
        Assert.Equal(right, File.ReadAllBytes(folder.At(Run + "index.parquet")));
    }

    private static string Joined(string[] lines) => string.Concat(lines.Select(line => line + "\n"));
}
