using BenchmarkDotNet.Attributes;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Benchmarks;

/// <summary>JSONL in, findings out: traces a second on one core.</summary>
[MemoryDiagnoser, Config(typeof(ShortRuns))]
public class TraceBenchmarks
{
    private const int Traces = 40;

    private readonly Reviewer _reviewer = new(ReviewOptions.Default);
    private string _text = "";

    [Params("gsm8k/test", "math/test", "processbench/olympiadbench")]
    public string Slice { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        _text = File.ReadAllText(Slices.Path(Slice + ".jsonl"));
        var traces = TraceReader.Read(_text, TraceFormat.JsonLines).Traces.Length;
        if (traces != Traces)
            throw new InvalidOperationException($"{Slice} holds {traces} traces and not {Traces}: the figures would be wrong.");
    }

    [Benchmark(OperationsPerInvoke = Traces)]
    public int ReviewATrace()
    {
        var findings = 0;
        foreach (var trace in TraceReader.Read(_text, TraceFormat.JsonLines).Traces)
            findings += _reviewer.Review(trace, CancellationToken.None).Findings.Length;
        return findings;
    }
}
