using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Review;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Measures the checks on labelled traces. Deterministic: no configuration, baseline or decision plays a part.</summary>
internal sealed class BenchRun(TraceReviewer reviewer, FailureWriter? failures)
{
    private const int RecordsAtATime = 32;

    /// <summary>The figures of one file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public async Task<BenchCounts> MeasureAsync(string path, string set, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        var counts = new BenchCounts { Set = set };
        await OrderedWork.RunAsync(JsonLinesTraceReader.ReadLines(stream, cancellationToken).Chunk(RecordsAtATime), Review, Take, cancellationToken).ConfigureAwait(false);
        return counts;

        void Take(List<(TraceReview Review, TraceLabel Label)> results)
        {
            foreach (var (review, label) in results)
            {
                counts = counts.With(review, label, new ReviewedTrace(new SourceText(set, string.Empty), review, []).Error is not null);
                failures?.Write(set, review, label);
            }
        }
    }

    private List<(TraceReview Review, TraceLabel Label)> Review(JsonLine[] lines, CancellationToken cancellationToken)
    {
        var results = new List<(TraceReview, TraceLabel)>(lines.Length);
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var label = TraceLabel.Read(line.Text);
            foreach (var trace in JsonLinesTraceReader.ReadRecord(line).Traces)
                results.Add((reviewer(trace, cancellationToken), label));
        }

        return results;
    }
}
