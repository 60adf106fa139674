using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Records;

/// <summary>One line, one record; blank lines hold none.</summary>
internal sealed class JsonLinesChunkReader : IChunkReader
{
    public (int End, int Reach) Next(string text, int start)
    {
        var newline = text.IndexOf('\n', start);
        return newline < 0 ? (text.Length, Chunk.ToTheEnd) : (newline + 1, newline + 1 - start);
    }

    public ChunkContent Read(string text, int start, int end) =>
        ReadLine(text[start..end]) is { } record ? new ChunkContent { Record = record } : ChunkContent.Empty;

    /// <summary>The record on one line, or null where the line is blank.</summary>
    public static RecordContent? ReadLine(string line)
    {
        if (line.AsSpan().Trim(" \t\r\n\uFEFF").IsEmpty)
            return null;
        var cursor = new JsonCursor(line, 0, line.Length);
        var record = RecordReader.Read(cursor, line, line.Length);
        if (record.BrokenAt >= 0 || cursor.Peek() == '\0' && cursor.At >= line.Length)
            return record;
        cursor.Fail("something follows the record; put each record on a line of its own");
        return RecordReader.Broken(cursor, record.Traces[0].Span.Start);
    }
}
