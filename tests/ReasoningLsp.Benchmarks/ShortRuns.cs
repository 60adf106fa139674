using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ReasoningLsp.Benchmarks;

/// <summary>
/// Throughput, measured briefly, in this process: a project of its own, which the default would build, knows
/// nothing of our lock files. A thousand traces are reviewed before the runtime has compiled what they need for good: the figure is that of
/// the traces after them, which is what a set of traces takes.
/// </summary>
internal sealed class ShortRuns : ManualConfig
{
    private const int WarmUps = 16, Iterations = 5;

    public ShortRuns()
    {
        AddJob(Job.ShortRun.WithWarmupCount(WarmUps).WithIterationCount(Iterations)
            .WithToolchain(InProcessEmitToolchain.Instance).WithId("Short"));
        AddColumn(new PerSecondColumn());
    }
}
