using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Measures the checks on labelled traces. Deterministic: no configuration, baseline or decision plays a part.</summary>
internal sealed class BenchRun(FolderPolicy policy, ReviewPipeline pipeline, BenchLists lists, BackwardPairs? backward, JudgeTrials? judge,
    int atOnce, Action<string> tell)
{
    private const int RecordsAtATime = 32;

    /// <summary>The figures of one file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public async Task<BenchCounts> MeasureAsync(string path, string set, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        var counts = new BenchCounts { Set = set };
        await OrderedWork.RunAsync(JsonLinesTraceReader.ReadLines(stream, cancellationToken).Chunk(RecordsAtATime), ReviewAsync, Take,
            atOnce, cancellationToken).ConfigureAwait(false);
        return counts;

        void Take(List<BenchResult> results)
        {
            foreach (var result in results)
            {
                counts = counts.With(result, new ReviewedTrace(new SourceText(set, string.Empty), result.Review, []).Unread is not null);
                foreach (var failure in result.Review.Failures.Where(failure => failure.IsOfSolution))
                    tell($"{set}: {failure.Message}");
                lists.Failures?.Write(set, result.Review, result.Label);
                if (result.Label.FirstWrongStep is null or < 0)
                    counts = counts with { Alarms = Count(counts.Alarms, [.. Alarm.Of(result.Review)]) };
            }
        }

        AlarmCounts Count(AlarmCounts alarms, List<Alarm> found)
        {
            var unaccepted = 0;
            foreach (var alarm in found)
            {
                var isNew = lists.Accepted?.Contains(alarm) is not true;
                unaccepted += isNew && lists.Accepted is not null ? 1 : 0;
                lists.Alarms?.Write(set, alarm, isNew);
            }

            return alarms.With(found, unaccepted);
        }
    }

    private async ValueTask<List<BenchResult>> ReviewAsync(JsonLine[] lines, CancellationToken cancellationToken)
    {
        var results = new List<BenchResult>(lines.Length);
        var records = lines.SelectMany(
            line => JsonLinesTraceReader.ReadRecord(line).Traces.Select(trace => (Trace: trace, Label: TraceLabel.Read(line.Text))))
            .ToList();
        for (var at = 0; at < records.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (trace, label) = records[at];
            // The problem of the next record that has another one.
            var other = records.Skip(at + 1).Concat(records.Take(at)).Select(record => record.Trace)
                .FirstOrDefault(record => record.Problem is { } problem && problem.Text != trace.Problem?.Text);
            var review = await pipeline.JoinAsync(policy.Exact.Review(trace, cancellationToken), policy, cancellationToken)
                .ConfigureAwait(false);
            results.Add(new BenchResult(review, label, backward?.Score(trace, other, cancellationToken),
                judge?.Ask(review, label, at, cancellationToken)));
        }

        return results;
    }
}
