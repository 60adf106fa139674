using System.Collections.Immutable;
using ReasoningLsp.Traces.Assembly;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Shapes;

namespace ReasoningLsp.Traces.Records;

/// <summary>Makes documents of JSON and of lines of JSON.</summary>
internal static class JsonAssembler
{
    /// <summary>One line a record; records that an edit left alone are taken over.</summary>
    public static TraceDocument Lines(string text, ChunkList chunks, TraceDocument? before)
    {
        var traces = ImmutableArray.CreateBuilder<Trace>();
        var suppressions = ImmutableArray.CreateBuilder<Suppression>();
        for (var line = 0; line < chunks.Chunks.Length; line++)
        {
            if (chunks.Chunks[line].Content.Record is not { } record)
                continue;
            var number = line;
            if (line < chunks.KeptBefore)
                traces.AddRange(before!.Traces.AsSpan(traces.Count, record.Traces.Length));
            else
                foreach (var trace in record.Place(traces.Count, chunks.Chunks[line].Start, at => new LinePosition(number, at)))
                    traces.Add(TraceReuse.Of(trace, before));
            foreach (var suppression in record.Suppressions)
                suppressions.Add(Move(suppression, chunks.Chunks[line].Start));
        }

        return new TraceDocument(text, TraceFormat.JsonLines, traces.ToImmutable(), suppressions.ToImmutable(), [])
        {
            State = new ReadState(chunks, []),
        };
    }

    /// <summary>One record or an array of them; steps equal to those before an edit are taken over.</summary>
    public static TraceDocument Document(string text, TraceDocument? before)
    {
        var records = ReadAll(text);
        var lines = records.Exists(record => record.BrokenAt >= 0) ? LineIndex.Of(text) : null;
        var traces = ImmutableArray.CreateBuilder<Trace>(records.Count);
        foreach (var record in records)
            foreach (var trace in record.Place(traces.Count, 0, at => lines!.ToPosition(at)))
                traces.Add(TraceReuse.Of(trace, before));
        return new TraceDocument(text, TraceFormat.Json, traces.ToImmutable(), [.. records.SelectMany(record => record.Suppressions)], []);
    }

    private static List<RecordContent> ReadAll(string text)
    {
        var records = new List<RecordContent>();
        var cursor = new JsonCursor(text, 0, text.Length);
        if (cursor.Peek() == '\0' && cursor.At >= text.Length)
            return records;
        if (cursor.Peek() == '[' && BeginsWithText(text, cursor.At) && Texts(text, cursor.At) is { } texts)
        {
            cursor.SkipValue();
            records.Add(texts);
        }
        else if (cursor.Peek() == '{' && Wrapped(text, cursor.At) is { } wrapped)
        {
            cursor.SkipValue();
            records.AddRange(wrapped.Select(record => RecordReader.Read(record.Cursor(), text, text.Length)));
        }
        else if (cursor.Peek() != '[')
        {
            records.Add(RecordReader.Read(cursor, text, text.Length));
        }
        else
        {
            cursor.Enter();
            while (cursor.NextItem())
                records.Add(RecordReader.Read(cursor, text, text.Length));
        }

        if (cursor.Error is null && cursor.Peek() is not '\0')
            cursor.Fail("something follows the end of the document");
        if (cursor.Error is not null && !records.Exists(record => record.BrokenAt >= 0))
            records.Add(RecordReader.Broken(cursor, cursor.ErrorAt));
        return records;
    }

    private static RecordContent? Texts(string text, int start)
    {
        var cursor = new JsonCursor(text, start, text.Length);
        cursor.SkipValue();
        return cursor.Error is null ? RecordReader.OfTexts(new JsonPlace(text, start, text.Length)) : null;
    }

    // {"data": [{…}, {…}]} and what the viewer of a hub gives, {"rows": [{"row_idx": 0, "row": {…}}]}; null where it is a record itself.
    private static List<JsonPlace>? Wrapped(string text, int start)
    {
        var cursor = new JsonCursor(text, start, text.Length);
        var outer = JsonObjectPlace.Read(cursor, text, text.Length);
        if (cursor.Error is not null || outer.Find("data", "rows", "examples", "records") is not { IsArray: true } list
            || list.Items() is not { Count: > 0 } items || !items.TrueForAll(item => item.IsObject)
            || RecordShapes.All.Any(shape => shape.Keys.All(key => key.IsIn(outer))))
            return null;
        return [.. items.Select(item => item.Object()!.Find("row") is { IsObject: true } row ? row : item)];
    }

    private static bool BeginsWithText(string text, int list) =>
        text.AsSpan(list + 1).TrimStart(" \t\r\n") is ['"', ..];

    private static Suppression Move(Suppression suppression, int delta) =>
        suppression with { Span = suppression.Span.Shift(delta), Target = suppression.Target.Shift(delta) };
}
