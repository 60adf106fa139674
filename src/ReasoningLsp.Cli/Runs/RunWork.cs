using System.Collections.Immutable;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Runs;

/// <summary>A piece of a kept run, with the number of each input in it.</summary>
/// <param name="Item">What is done.</param>
/// <param name="Units">The number of the file, or of each record.</param>
internal sealed record RunWork(WorkItem Item, ImmutableArray<long> Units)
{
    // As many as one core takes at a time when nothing is kept.
    private const int RecordsAtATime = 8;

    /// <summary>Numbers what is to be reviewed, and leaves out what is done or another part's.</summary>
    /// <param name="items">The work, in order.</param>
    /// <param name="shard">The part.</param>
    /// <param name="next">The first input that is still to be done.</param>
    /// <param name="asksModels">Whether models are asked: then each record is a piece, so that no server waits and each line is kept as
    /// it comes.</param>
    public static IEnumerable<RunWork> Of(IEnumerable<WorkItem> items, Shard shard, long next, bool asksModels)
    {
        var most = asksModels ? 1 : RecordsAtATime;
        var waiting = ImmutableArray.CreateBuilder<(long Unit, JsonLine Line)>(most);
        WorkItem.Records? held = null;
        long unit = -1;
        bool IsMine() => unit >= next && shard.Has(unit);
        RunWork Taken()
        {
            var work = new RunWork(held! with { Lines = [.. waiting.Select(each => each.Line)] }, [.. waiting.Select(each => each.Unit)]);
            waiting.Clear();
            return work;
        }

        foreach (var item in items)
        {
            if (waiting.Count > 0 && (item as WorkItem.Records)?.File != held!.File)
                yield return Taken();
            if (item is WorkItem.Records records)
            {
                held = records;
                foreach (var line in records.Lines)
                {
                    unit++;
                    if (!IsMine())
                        continue;
                    waiting.Add((unit, line));
                    if (waiting.Count == most)
                        yield return Taken();
                }

                continue;
            }

            unit++;
            if (IsMine())
                yield return new RunWork(item, [unit]);
        }

        if (waiting.Count > 0)
            yield return Taken();
    }
}
