using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Inputs;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Suppressions;
using ReasoningLsp.Runs.Desks;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Server.Features.Desks;

/// <summary>Reviews a file or a folder with exact checks into lines as a run has them, on every core, a few at a time.</summary>
internal sealed class DeskFill(Session session, DeskPlace place)
{
    private const int FirstRecords = 8, RecordsAtATime = 64;

    /// <summary>The rows as they are reviewed; each line stands in <paramref name="output"/> before its row comes.</summary>
    public IEnumerable<IReadOnlyList<DeskRow>> Rows(Stream output, CancellationToken cancellationToken)
    {
        var offset = 0L;
        foreach (var lines in Batches(cancellationToken))
        {
            var rows = new List<DeskRow>(lines.Length);
            foreach (var line in lines.SelectMany(SplitLines))
            {
                output.Write(line.Span);
                output.WriteByte((byte)'\n');
                if (DeskRow.Of(offset, line) is { } row)
                    rows.Add(row);
                offset += line.Length + 1;
            }

            output.Flush();
            yield return rows;
        }
    }

    private IEnumerable<byte[][]> Batches(CancellationToken cancellationToken)
    {
        var unit = 0L;
        foreach (var path in Files(cancellationToken))
        {
            var policy = session.Policies.For(Path.GetDirectoryName(path));
            if (TraceFormats.FromPath(path) != TraceFormat.JsonLines)
            {
                yield return [Document(path, policy, unit++, cancellationToken)];
                continue;
            }

            var first = unit;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
            foreach (var batch in Growing(JsonLinesTraceReader.ReadLines(stream, cancellationToken)))
            {
                unit += batch.Length;
                yield return [.. batch.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                    .Select(line => Record(path, policy, line, first + line.Record, cancellationToken))];
            }
        }
    }

    // Few at first, so that there is something to look at soon.
    private static IEnumerable<JsonLine[]> Growing(IEnumerable<JsonLine> lines)
    {
        var (batch, size) = (new List<JsonLine>(), FirstRecords);
        foreach (var line in lines)
        {
            batch.Add(line);
            if (batch.Count < size)
                continue;
            yield return [.. batch];
            batch.Clear();
            size = Math.Min(2 * size, RecordsAtATime);
        }

        if (batch.Count > 0)
            yield return [.. batch];
    }

    private IEnumerable<string> Files(CancellationToken cancellationToken)
    {
        if (place.Kind == "file")
            return [place.Path];
        return FolderWalk.Files(place.Path, (unreadable, message) => session.Log.Write($"{unreadable} cannot be read: {message}"))
            .TakeWhile(_ => !cancellationToken.IsCancellationRequested)
            .Where(path => FolderOptIn.Applies(path, session.Policies.For(Path.GetDirectoryName(path)).Configuration));
    }

    private byte[] Record(string path, FolderPolicy policy, JsonLine line, long unit, CancellationToken cancellationToken) =>
        Lines(policy, JsonLinesTraceReader.ReadRecord(line), new SourceText(NameOf(path), line.Text, line.Number, isEscaped: true), unit,
            cancellationToken);

    private byte[] Document(string path, FolderPolicy policy, long unit, CancellationToken cancellationToken)
    {
        try
        {
            var text = TraceFile.Decode(BoundedFile.Read(path)).Text;
            var document = TraceReader.Read(text, TraceFormats.FromPath(path) ?? TraceFormats.FromContent(text));
            return Lines(policy, document, new SourceText(NameOf(path), text, 0, TraceFormats.IsEscaped(document.Format)), unit,
                cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            using var line = new RunLine();
            line.Add(unit, NameOf(path), $"This file cannot be read: {error.Message}");
            return line.Written.ToArray();
        }
    }

    // What people said is applied when the desk is looked at, as in a run.
    private static byte[] Lines(
        FolderPolicy policy, TraceDocument document, SourceText source, long unit, CancellationToken cancellationToken)
    {
        var exact = DocumentReview.Exact(document, policy, null, ReviewProgress.Silent, cancellationToken);
        var shown = new FindingFilter(policy.Options, DecisionLog.Empty).Apply(document, exact.Reviews);
        var keys = new FindingKeys();
        using var line = new RunLine();
        foreach (var review in shown)
            line.Add(unit, new ReviewedTrace(source, review, keys.For(review)));
        return line.Written.ToArray();
    }

    private string NameOf(string path) => Path.GetRelativePath(place.Base, path).Replace(Path.DirectorySeparatorChar, '/');

    private static IEnumerable<ReadOnlyMemory<byte>> SplitLines(byte[] lines)
    {
        for (var start = 0; start < lines.Length;)
        {
            var length = lines.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0)
                length = lines.Length - start;
            if (length > 0)
                yield return lines.AsMemory(start, length);
            start += length + 1;
        }
    }
}
