using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Streams;

/// <summary>Reads what models send while they write: lines of JSON, events of a server, or a list, each with a piece of the
/// reply.</summary>
public static class StreamDocument
{
    private const string Data = "data:";

    /// <summary>Whether a text begins as a stream does.</summary>
    public static bool Begins(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan().IndexOfAnyExcept(" \t\r\n\uFEFF");
        if (start < 0)
            return false;
        return text[start] switch
        {
            'd' or 'e' => BeginsEvents(text, start),
            '{' => Pieces(text, start, Lines.EndOfLine(text, start, text.Length)) is [{ Ends: false }, ..],
            '[' => BeginsList(text, start),
            _ => false,
        };
    }

    /// <summary>Whether a text begins as the events of a server do.</summary>
    public static bool BeginsEvents(string text) => text is not null
        && text.AsSpan().IndexOfAnyExcept(" \t\r\n\uFEFF") is >= 0 and var start && BeginsEvents(text, start);

    /// <summary>The replies of a text that <see cref="Begins"/>.</summary>
    internal static TraceDocument Read(string text, TraceFormat format)
    {
        var traces = ImmutableArray.CreateBuilder<Trace>();
        var open = new Dictionary<string, StreamedReply>(StringComparer.Ordinal);
        foreach (var record in format == TraceFormat.Json ? Items(text) : OfLines(text))
        {
            foreach (var piece in StreamedPiece.Of(record))
            {
                if (!open.TryGetValue(piece.Reply, out var reply))
                    open[piece.Reply] = reply = new StreamedReply();
                reply.Add(piece, record.Span);
                if (piece.Ends && open.Remove(piece.Reply) && reply.Read(traces.Count) is { } trace)
                    traces.Add(trace);
            }
        }

        // A stream that was broken off.
        foreach (var reply in open.Values)
        {
            if (reply.Read(traces.Count) is { } trace)
                traces.Add(trace);
        }

        return new TraceDocument(text, format, traces.ToImmutable(), [], []);
    }

    private static bool BeginsEvents(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (rest.StartsWith("event:", StringComparison.Ordinal))
        {
            var next = Lines.AfterBreak(text, Lines.EndOfLine(text, start, text.Length));
            rest = text.AsSpan(next);
        }

        return rest.StartsWith(Data, StringComparison.Ordinal) && rest[Data.Length..].TrimStart(" ") is ['{', ..];
    }

    // Where a list holds whole answers, each says why it finished.
    private static bool BeginsList(string text, int start)
    {
        var cursor = new JsonCursor(text, start, text.Length);
        cursor.Enter();
        if (!cursor.NextItem() || cursor.Peek() != '{')
            return false;
        var record = JsonObjectPlace.Read(cursor, text, text.Length);
        return cursor.Error is null && cursor.NextItem() && StreamedPiece.Of(record) is [{ Ends: false }, ..];
    }

    private static IReadOnlyList<StreamedPiece> Pieces(string text, int start, int end)
    {
        var cursor = new JsonCursor(text, start, end);
        var record = JsonObjectPlace.Read(cursor, text, end);
        return cursor.Error is null ? StreamedPiece.Of(record) : [];
    }

    private static IEnumerable<JsonObjectPlace> Items(string text)
    {
        var whole = new JsonPlace(text, text.IndexOf('[', StringComparison.Ordinal), text.Length);
        return whole.Items().Select(item => item.Object()).OfType<JsonObjectPlace>();
    }

    private static IEnumerable<JsonObjectPlace> OfLines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = Lines.EndOfLine(text, at, text.Length);
            var start = at;
            if (text.AsSpan(start, end - start).StartsWith(Data, StringComparison.Ordinal))
                start += Data.Length;
            start += text.AsSpan(start, end - start).IndexOfAnyExcept(" \t\uFEFF") is >= 0 and var blanks ? blanks : end - start;
            at = Lines.AfterBreak(text, end);
            if (start >= end || text[start] != '{')
                continue;
            var cursor = new JsonCursor(text, start, end);
            var record = JsonObjectPlace.Read(cursor, text, end);
            if (cursor.Error is null)
                yield return record;
        }
    }
}
