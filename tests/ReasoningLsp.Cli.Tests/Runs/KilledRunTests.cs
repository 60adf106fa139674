using System.Diagnostics;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>The program is killed, as a machine that is taken away kills it, and nothing is lost or doubled.</summary>
public sealed class KilledRunTests
{
    [Fact, Trait("Category", "Long")]
    public async Task A_run_that_is_killed_again_and_again_is_whole_in_the_end()
    {
        using var folder = new TestFolder();
        var kills = LongRun.Size(2, 100);
        var slice = File.ReadAllText(Slices.Path("gsm8k/test.jsonl"));
        folder.Write("a.jsonl", string.Concat(Enumerable.Repeat(slice, LongRun.Size(12, 800))));
        var inputs = File.ReadLines(folder.At("a.jsonl")).Count();
        var random = new Random(18);
        var killed = 0;
        long before = 0;
        while (killed < kills)
        {
            using var process = Start(folder, "killed");
            // Time enough to write something, drawn anew so that the kill falls anywhere.
            var grown = await GrownAsync(process, folder, before, random.Next(1, 300));
            if (process.HasExited)
                break;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            before = grown;
            killed++;
        }

        using (var last = Start(folder, "killed"))
            await last.WaitForExitAsync(TestContext.Current.CancellationToken);
        using (var whole = Start(folder, "whole"))
            await whole.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.InRange(killed, 1, kills);
        Assert.Equal(inputs, File.ReadLines(Traces(folder, "whole")).Count());
        Assert.Equal(File.ReadAllBytes(Traces(folder, "whole")), File.ReadAllBytes(Traces(folder, "killed")));
        TestContext.Current.SendDiagnosticMessage($"figure: killed {killed} times over {inputs} inputs: nothing lost, nothing doubled");
    }

    private static async Task<long> GrownAsync(Process process, TestFolder folder, long before, int patience)
    {
        var partial = new FileInfo(Traces(folder, "killed") + ".partial");
        do
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
            partial.Refresh();
        }
        while (!process.HasExited && !(partial.Exists && partial.Length > before));
        await Task.Delay(patience, TestContext.Current.CancellationToken);
        return partial.Exists ? partial.Length : before;
    }

    private static string Traces(TestFolder folder, string run) => folder.At($".reasoning/runs/{run}/traces.jsonl");

    private static Process Start(TestFolder folder, string run)
    {
        var start = new ProcessStartInfo(ProgramFile.Published) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        foreach (var argument in (string[])["review", "a.jsonl", "--run", run])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
