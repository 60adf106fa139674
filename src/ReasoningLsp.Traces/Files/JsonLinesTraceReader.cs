using System.Collections.Immutable;
using System.Text;
using ReasoningLsp.Traces.Records;

namespace ReasoningLsp.Traces.Files;

/// <summary>Reads JSON Lines one record at a time, so that the memory needed is that of the longest line.</summary>
public static class JsonLinesTraceReader
{
    private const int LongestLine = 64 << 20;

    /// <summary>The lines of <paramref name="stream"/> that are not blank, in order; UTF-8, or what a byte order mark says.</summary>
    /// <param name="stream">Read from where it stands; not closed.</param>
    /// <param name="cancellation">Ends the reading between two lines.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<JsonLine> ReadLines(Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var lines = new ByteLines(stream, LongestLine);
        var record = 0;
        long offset = 0;
        for (var number = 0; lines.MoveNext(); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var line = Take(lines, number, record, offset);
            offset += line.Text.Length + (lines.HasLineEnd ? 1 : 0);
            var text = line.Text.EndsWith('\r') ? line.Text[..^1] : line.Text;
            if (line.Error is null && string.IsNullOrWhiteSpace(text))
                continue;
            record++;
            yield return line with { Text = text };
        }
    }

    /// <summary>The record on <paramref name="line"/> as a document with a trace for each solution that it holds, whose index is the
    /// record's number.</summary>
    /// <remarks>Spans count from the start of the line. A line that cannot be read makes a trace without steps whose errors say
    /// why.</remarks>
    public static TraceDocument ReadRecord(JsonLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Error is { Code: "line-too-long" } tooLong)
        {
            var trace = new Trace(line.Record, null, null, [], null, TraceSettings.None, default, [tooLong]);
            return new TraceDocument(line.Text, TraceFormat.JsonLines, [trace], [], []);
        }

        var record = JsonLinesChunkReader.ReadLine(line.Text);
        // A record with several solutions is one record: they share its number, and their ids tell them apart.
        var placed = record?.Place(line.Record, 0, at => new LinePosition(line.Number, at))
            .Select(trace => trace with { Index = line.Record });
        ImmutableArray<ReadError> errors = line.Error is null ? [] : [line.Error];
        return new TraceDocument(line.Text, TraceFormat.JsonLines, placed is null ? [] : [.. placed], record?.Suppressions ?? [], errors);
    }

    private static JsonLine Take(ByteLines lines, int number, int record, long offset)
    {
        if (lines.IsTooLong)
        {
            var message = $"The line is longer than {LongestLine >> 20} MiB and is skipped; split the record.";
            return new JsonLine(string.Empty, number, record, offset, new ReadError("line-too-long", message, default));
        }

        var errors = InvalidUtf8.Find(lines.Current);
        return new JsonLine(Encoding.UTF8.GetString(lines.Current), number, record, offset, errors.IsEmpty ? null : errors[0]);
    }
}
