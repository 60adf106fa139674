using BenchmarkDotNet.Attributes;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Benchmarks;

/// <summary>From a change of text to its findings, in a Markdown file of 500 steps, against reading and reviewing all of it.</summary>
[MemoryDiagnoser, Config(typeof(OneByOne))]
public class EditBenchmarks
{
    private const int Steps = 500;

    private readonly Reviewer _reviewer = new(ReviewOptions.Default);
    private LongSolution _typist = new();
    private TraceDocument _document = TraceReader.Read("", TraceFormat.Markdown);
    private TraceReview? _review;
    private TextEdit _edit = new(default, "");
    private string _edited = "";

    [GlobalSetup]
    public void Open()
    {
        _typist = new LongSolution();
        _document = TraceReader.Read(LongSolution.Text(Steps), TraceFormat.Markdown);
        if (_document.Traces is not [{ Steps.Length: Steps }])
            throw new InvalidOperationException(
                $"The solution was read as {_document.Traces.Length} traces, the first of {_document.Traces[0].Steps.Length} steps.");
        _review = _reviewer.Review(_document.Traces[0], CancellationToken.None);
    }

    [IterationSetup]
    public void Type()
    {
        _edit = _typist.NextEdit(_document);
        _edited = TextEdits.Apply(_document.Text, [_edit]);
    }

    [Benchmark(Baseline = true)]
    public int ReadAndReviewAll()
    {
        _document = TraceReader.Read(_edited, TraceFormat.Markdown);
        _review = _reviewer.Review(_document.Traces[0], CancellationToken.None);
        return _review.Findings.Length;
    }

    [Benchmark]
    public int Edit()
    {
        _document = TraceReader.Apply(_document, [_edit]);
        _review = _reviewer.Update(_review!, _document.Traces[0], CancellationToken.None);
        return _review.Findings.Length;
    }
}
