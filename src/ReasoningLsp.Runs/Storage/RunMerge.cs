using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Runs.Storage;

/// <summary>Puts the parts of a run together: the same lines in the same order as one process writes them.</summary>
public static class RunMerge
{
    /// <summary>Merges complete parts into the run's lines. The parts stay.</summary>
    /// <exception cref="FormatException">A part is missing, incomplete, or another run's.</exception>
    /// <exception cref="IOException">A part cannot be read, or the lines cannot be written.</exception>
    public static void Lines(RunFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var parts = folder.Parts();
        if (parts.Count == 0)
            throw new FormatException($"The run {folder.Name} has no complete part.");
        var missing = Enumerable.Range(0, parts[0].Count).Except(parts.Select(part => part.Index)).Take(5).ToList();
        if (missing.Count > 0)
            throw new FormatException($"Of the run {folder.Name} part {string.Join(", ", missing)} of {parts[0].Count} is missing"
                + $"{(parts[0].Count - parts.Count > missing.Count ? " (and others)" : string.Empty)}; `review … --shard "
                + $"{missing[0]}/{parts[0].Count}` makes it, or goes on with it.");
        var readers = new PriorityQueue<PartLines, long>();
        var settings = RunSettings.Read(folder);
        var seals = parts.Select(part => PartSeal.Read(folder, part, settings)).ToList();
        var all = parts.Select((part, at) => new PartLines(folder, part, seals[at].Inputs)).ToList();
        try
        {
            using var output = AtomicFile.Create(folder.Traces);
            foreach (var reader in all.Where(reader => reader.MoveNext()))
                readers.Enqueue(reader, reader.Unit);
            while (readers.TryDequeue(out var next, out var unit))
            {
                cancellationToken.ThrowIfCancellationRequested();
                bool isMore;
                do
                {
                    output.Stream.Write(next.Current);
                    isMore = next.MoveNext();
                }
                while (isMore && next.Unit == unit);
                if (isMore)
                    readers.Enqueue(next, next.Unit);
            }

            var changed = Enumerable.Range(0, all.Count).FirstOrDefault(at => all[at].Sha256 != seals[at].Sha256, -1);
            if (changed >= 0)
                throw all[changed].Damaged("was changed after it was complete", isOfLine: false);
            // One of lines that are no more says nothing of these.
            File.Delete(folder.Summary);
            output.Commit();
        }
        finally
        {
            all.ForEach(reader => reader.Dispose());
        }
    }
}
