using System.Collections.Immutable;
using ReasoningLsp.Traces.Assembly;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Latex;
using ReasoningLsp.Traces.Markdown;
using ReasoningLsp.Traces.Notebooks;
using ReasoningLsp.Traces.Plain;
using ReasoningLsp.Traces.Records;
using ReasoningLsp.Traces.Streams;

namespace ReasoningLsp.Traces.Reading;

/// <summary>Reads documents into traces, and follows edits.</summary>
public static class TraceReader
{
    /// <summary>Reads <paramref name="text"/>. What cannot be read is reported in the result; nothing throws.</summary>
    public static TraceDocument Read(string text, TraceFormat format)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TraceFormats.IsEscaped(format) ? StreamDocument.Begins(text) : StreamDocument.BeginsEvents(text))
            return StreamDocument.Read(text, format == TraceFormat.Json && !StreamDocument.BeginsEvents(text) ? TraceFormat.Json
                : TraceFormat.JsonLines);
        return ReaderFor(format) is { } reader
            ? Assemble(text, format, ChunkList.Read(text, reader), null)
            : Whole(text, format, null);
    }

    /// <summary>The document after <paramref name="edits"/>, equal to a fresh reading of the new text.</summary>
    /// <remarks>
    /// Only what the edits touched is parsed again. Steps and traces whose text, place and index are
    /// unchanged are the same instances as before.
    /// </remarks>
    /// <param name="document">A document that this class made.</param>
    /// <param name="edits">Ascending and not overlapping, spans in the text before any of them.</param>
    /// <exception cref="ArgumentException">The edits are out of order, overlap, or reach outside the text.</exception>
    public static TraceDocument Apply(TraceDocument document, ImmutableArray<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (edits.IsDefaultOrEmpty)
            return document;
        var text = TextEdits.Apply(document.Text, edits);
        if (TraceFormats.IsEscaped(document.Format) && StreamDocument.Begins(text))
            return Read(text, document.Format);
        if (ReaderFor(document.Format) is not { } reader)
            return Whole(text, document.Format, document);
        if (document.State is not ReadState state)
            return Read(text, document.Format);
        var oldEnd = edits[^1].Span.End;
        var chunks = state.Chunks.After(text, edits[0].Span.Start, oldEnd, oldEnd + text.Length - document.Text.Length, reader);
        return Assemble(text, document.Format, chunks, document);
    }

    // A notebook is JSON, and its name is not always at hand: standard input, a document not saved yet, a file called .json.
    private static TraceDocument Whole(string text, TraceFormat format, TraceDocument? before) =>
        format == TraceFormat.Notebook || NotebookReader.Recognises(text) ? NotebookReader.Read(text, before)
        : JsonAssembler.Document(text, before);

    private static TraceDocument Assemble(string text, TraceFormat format, ChunkList chunks, TraceDocument? before) =>
        format == TraceFormat.JsonLines ? JsonAssembler.Lines(text, chunks, before) : TraceAssembler.Assemble(text, format, chunks, before);

    private static IChunkReader? ReaderFor(TraceFormat format) => format switch
    {
        TraceFormat.Markdown => new MarkdownChunkReader(),
        TraceFormat.Latex => new LatexChunkReader(),
        TraceFormat.PlainText => new PlainChunkReader(),
        TraceFormat.JsonLines => new JsonLinesChunkReader(),
        _ => null,
    };
}
