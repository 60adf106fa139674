using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Measures the checks on labelled traces. Deterministic: no configuration, baseline or decision plays a part.</summary>
internal sealed class BenchRun(FolderPolicy policy, ReviewPipeline pipeline, BenchLists lists, BackwardPairs? backward, JudgeTrials? judge,
    FixTrials? fixes, int atOnce, Action<string> tell)
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
                counts = counts.With(result, result.Review.Unread is not null);
                foreach (var failure in result.Review.Failures.Where(failure => failure.IsOfSolution))
                    tell($"{set}: {failure.Message}");
                lists.Failures?.Write(set, result.Review, result.Label);
                var alarms = result.Label.FirstWrongStep is null or < 0 ? Alarm.Of(result.Review).ToList() : [];
                if (result.Label.FirstWrongStep is null or < 0)
                    counts = counts with { Alarms = Count(counts.Alarms, alarms) };
                if (fixes is not null)
                    counts = counts with { Fixes = Fixed(counts.Fixes ?? new FixCounts(), result, alarms) };
            }
        }

        FixCounts Fixed(FixCounts counted, BenchResult result, List<Alarm> alarms)
        {
            // A slip that people accepted as one was not right, and may be mended.
            var isAccepted = alarms.Exists(alarm => lists.Accepted?.Contains(alarm) is true);
            if (result.Fixed is { } trial && (trial.TouchesRight(result.Label) ? !isAccepted : !trial.Fresh.IsEmpty))
                lists.Fixes?.Write(set, trial);
            return counted.With(result.Fixed, result.Label, isAccepted);
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

    private async ValueTask<FixTrial?> FixAsync(TraceDocument document, TraceReview review, CancellationToken cancellationToken)
    {
        if (fixes is null || review.Findings.All(finding => finding.Fixes.IsEmpty)
            || await fixes.FixAsync(document, cancellationToken).ConfigureAwait(false) is not { } after)
            return null;
        return FixTrial.Of(review, after[document.Traces.IndexOf(review.Trace)]);
    }

    private async ValueTask<List<BenchResult>> ReviewAsync(JsonLine[] lines, CancellationToken cancellationToken)
    {
        var results = new List<BenchResult>(lines.Length);
        var records = (from line in lines
                       let document = JsonLinesTraceReader.ReadRecord(line)
                       from trace in document.Traces
                       select (Document: document, Trace: trace, Label: TraceLabel.Read(line.Text))).ToList();
        for (var at = 0; at < records.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (document, trace, label) = records[at];
            // The problem of the next record that has another one.
            var other = records.Skip(at + 1).Concat(records.Take(at)).Select(record => record.Trace)
                .FirstOrDefault(record => record.Problem is { } problem && problem.Text != trace.Problem?.Text);
            var review = await pipeline.JoinAsync(policy.Exact.Review(trace, cancellationToken), policy, cancellationToken)
                .ConfigureAwait(false);
            results.Add(new BenchResult(review, label, backward?.Score(trace, other, cancellationToken),
                judge?.Ask(review, label, at, cancellationToken),
                await FixAsync(document, review, cancellationToken).ConfigureAwait(false)));
        }

        return results;
    }
}
