using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Benchmarks;

/// <summary>Telling mathematics, money and prose apart: the part of reading that every step passes through.</summary>
[MemoryDiagnoser, Config(typeof(ShortRuns))]
public class SegmentBenchmarks
{
    private const int Steps = 120;

    private ImmutableArray<string> _steps = [];

    [Params("gsm8k/test", "math/test", "processbench/omnimath")]
    public string Slice { get; set; } = "";

    [GlobalSetup]
    public void Read() => _steps = StepTexts.Read(Slice + ".jsonl", Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public int SegmentAStep()
    {
        var segments = 0;
        foreach (var step in _steps)
            segments += TextSegmenter.Segment(step, []).Length;
        return segments;
    }
}
