using System.Diagnostics;
using System.Text.RegularExpressions;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>A run that many processes share is, byte for byte, what one writes.</summary>
public sealed partial class SharedOutRunTests
{
    private const int Processes = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact, Trait("Category", "Long")]
    public async Task Eight_processes_at_once_write_what_one_writes()
    {
        using var folder = new TestFolder();
        var inputs = WriteTraces(folder);
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(part =>
            RunAsync(folder, "review", "traces.jsonl", "--run", "big", "--shard", $"{part}/{Processes}")));
        await SameAsOneAsync(folder, inputs, $"{Processes} processes");
    }

    [Fact, Trait("Category", "Long")]
    public async Task An_array_job_of_Slurm_writes_what_one_process_writes()
    {
        await using var cluster = await SlurmCluster.StartAsync(Cancel);
        using var folder = new TestFolder();
        var inputs = WriteTraces(folder);
        // The script that the documentation shows, with nothing but a first line before it.
        var script = ScriptOfTheDocumentation().Match(await File.ReadAllTextAsync(Repository.Path("docs/runs.md"), Cancel)).Value;
        folder.Write("job.sh", $"#!/bin/sh\n{script}\n");
        var (exitCode, output) = await cluster.SubmitAsync("job.sh", folder.Path, Path.GetDirectoryName(ProgramFile.Published)!, Cancel);
        Assert.True(exitCode == 0, output);
        await SameAsOneAsync(folder, inputs, $"an array job of {Processes} of Slurm");
    }

    private static int WriteTraces(TestFolder folder)
    {
        var slices = string.Concat(((string[])["gsm8k/test", "processbench/math", "gaokao_zh/math1_open"])
            .Select(set => File.ReadAllText(Slices.Path($"{set}.jsonl"))));
        folder.Write("traces.jsonl", string.Concat(Enumerable.Repeat(slices, LongRun.Size(1, 100))));
        return File.ReadLines(folder.At("traces.jsonl")).Count();
    }

    private static async Task SameAsOneAsync(TestFolder folder, int inputs, string how)
    {
        await RunAsync(folder, "run", "merge", "big");
        await RunAsync(folder, "review", "traces.jsonl", "--run", "one");
        Assert.Equal(inputs, File.ReadLines(folder.At(".reasoning/runs/one/traces.jsonl")).Count());
        foreach (var file in (string[])["traces.jsonl", "summary.json", "index.parquet", "run.json"])
            Assert.Equal(File.ReadAllBytes(folder.At($".reasoning/runs/one/{file}")),
                File.ReadAllBytes(folder.At($".reasoning/runs/big/{file}")));
        var bytes = new FileInfo(folder.At(".reasoning/runs/one/traces.jsonl")).Length;
        TestContext.Current.SendDiagnosticMessage(
            $"figure: {how} over {inputs} inputs: {bytes} bytes of lines, the same as of one process");
    }

    private static async Task RunAsync(TestFolder folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(ProgramFile.Published, arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode is 0 or 1, await error);
    }

    [GeneratedRegex(@"^#SBATCH[^`]*?\$SLURM_ARRAY_TASK_ID/8$", RegexOptions.Multiline)]
    private static partial Regex ScriptOfTheDocumentation();
}
