using System.Collections.Immutable;
using ReasoningLsp.Traces.Assembly;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Markdown;

namespace ReasoningLsp.Traces.Notebooks;

/// <summary>Reads a Jupyter notebook: its cells of Markdown, one after the other, as one text; cells of code are no prose,
/// and stand beside it.</summary>
internal static class NotebookReader
{
    /// <summary>Whether JSON is a notebook's: an object with cells that say their type or their format.</summary>
    public static bool Recognises(string text)
    {
        if (!text.Contains("\"cells\"", StringComparison.Ordinal))
            return false;
        var cursor = new JsonCursor(text, 0, text.Length);
        return cursor.Peek() == '{' && JsonObjectPlace.Read(cursor, text, text.Length) is var notebook
            && notebook.Find("cells") is { IsArray: true } cells
            && (notebook.Find("nbformat") is not null || cells.Items().Any(cell => cell.Object()?.Find("cell_type") is not null));
    }

    public static TraceDocument Read(string text, TraceDocument? before)
    {
        var cursor = new JsonCursor(text, 0, text.Length);
        if (cursor.Peek() != '{')
            return Unreadable(text, "This is no notebook: a notebook is a JSON object with \"cells\".", 0);
        var notebook = JsonObjectPlace.Read(cursor, text, text.Length);
        if (cursor.Error is null && cursor.Peek() != '\0')
            cursor.Fail("something follows the end of the document");
        if (cursor.Error is { } broken)
            return Unreadable(text, Where(text, cursor.ErrorAt, broken), cursor.ErrorAt);
        if (notebook.Find("cells") is not { IsArray: true } cells)
            return Unreadable(text, "The notebook has no list \"cells\".", notebook.Span.Start);
        var sources = cells.Items().Select(Source).OfType<MappedText>().ToList();
        if (sources.Count == 0)
            return Empty(text, []);
        var programs = CodeCell.IsSpokenBy(notebook)
            ? cells.Items().Select(cell => cell.Object() is { } place ? CodeCell.Read(place) : null).OfType<CodeCell>().ToList() : [];
        return Placed(text, MappedText.Join("\n\n", sources), programs, before);
    }

    private static MappedText? Source(JsonPlace cell)
    {
        if (cell.Object() is not { } place || place.String("cell_type")?.Text is not "markdown")
            return null;
        return place.Find("source") is { } source ? CellText.Of(source) : null;
    }

    private static TraceDocument Placed(string text, MappedText whole, List<CodeCell> programs, TraceDocument? before)
    {
        var read = TraceAssembler.Assemble(whole.Text, TraceFormat.Markdown, ChunkList.Read(whole.Text, new MarkdownChunkReader()), null);
        return new TraceDocument(text, TraceFormat.Notebook,
            [.. CellPlacing.Of([.. read.Traces.Select(trace => Place(trace, whole))], programs)
                .Select(trace => TraceReuse.Of(trace, before))],
            [.. read.Suppressions.Select(each => each with { Span = whole.ToOriginal(each.Span), Target = whole.ToOriginal(each.Target) })],
            Place(read.Errors, whole));
    }

    private static Trace Place(Trace trace, MappedText whole) => trace with
    {
        Problem = trace.Problem?.Through(whole),
        Steps = [.. trace.Steps.Select(step => step with { Text = step.Text.Through(whole), Span = whole.ToOriginal(step.Span) })],
        FinalAnswer = trace.FinalAnswer?.Through(whole),
        Span = whole.ToOriginal(trace.Span),
        Errors = Place(trace.Errors, whole),
    };

    private static ImmutableArray<ReadError> Place(ImmutableArray<ReadError> errors, MappedText whole) =>
        [.. errors.Select(error => error with { Span = whole.ToOriginal(error.Span) })];

    private static TraceDocument Unreadable(string text, string message, int at) =>
        Empty(text, text.AsSpan().Trim().IsEmpty ? []
        : [new ReadError("broken-json", message, new TextSpan(Math.Min(at, text.Length), 0))]);

    private static TraceDocument Empty(string text, ImmutableArray<ReadError> errors) => new(text, TraceFormat.Notebook, [], [], errors);

    private static string Where(string text, int at, string detail)
    {
        var position = LineIndex.Of(text).ToPosition(at);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Broken JSON on line {position.Line + 1}, column {position.Character + 1}: {detail}.");
    }
}
