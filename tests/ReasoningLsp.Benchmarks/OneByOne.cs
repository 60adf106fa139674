using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Mathematics.OutlierDetection;

namespace ReasoningLsp.Benchmarks;

/// <summary>
/// Latency: a thousand single measurements, none left out, garbage collected when the runtime wants to, so that
/// p95 is what a person at the keyboard meets.
/// </summary>
internal sealed class OneByOne : ManualConfig
{
    public OneByOne()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Monitoring)
            .WithLaunchCount(1)
            .WithWarmupCount(50)
            .WithIterationCount(1000)
            .WithInvocationCount(1)
            .WithUnrollFactor(1)
            .WithGcForce(false)
            .WithOutlierMode(OutlierMode.DontRemove)
            .WithId("OneByOne"));
        AddColumn(new MedianRatioColumn());
        HideColumns(BaselineRatioColumn.RatioMean, BaselineRatioColumn.RatioStdDev);
    }
}
