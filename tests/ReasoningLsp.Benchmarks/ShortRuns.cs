using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ReasoningLsp.Benchmarks;

/// <summary>
/// Throughput, measured briefly, in this process: a project of its own, which the default would build, knows
/// nothing of our lock files.
/// </summary>
internal sealed class ShortRuns : ManualConfig
{
    public ShortRuns()
    {
        AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithId("Short"));
        AddColumn(new PerSecondColumn());
    }
}
