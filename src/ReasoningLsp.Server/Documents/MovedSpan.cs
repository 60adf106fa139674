using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Documents;

/// <summary>Where a span of a text stands after edits.</summary>
internal static class MovedSpan
{
    /// <summary>
    /// The place after <paramref name="edits"/>, ascending and not overlapping. What an edit covered shrinks to its edge.
    /// </summary>
    public static TextSpan Of(TextSpan span, ImmutableArray<TextEdit> edits)
    {
        // From the end, so that what stands before keeps its place.
        for (var index = edits.Length - 1; index >= 0; index--)
            span = Of(span, edits[index]);
        return span;
    }

    private static TextSpan Of(TextSpan span, TextEdit edit)
    {
        var delta = edit.NewText.Length - edit.Span.Length;
        var start = MoveStart(span.Start);
        return TextSpan.FromBounds(start, Math.Max(start, MoveEnd(span.End)));

        int MoveStart(int offset) => Outside(offset) ?? edit.Span.Start;

        int MoveEnd(int offset) => Outside(offset) ?? edit.Span.Start + edit.NewText.Length;

        int? Outside(int offset) => offset <= edit.Span.Start ? offset : offset >= edit.Span.End ? offset + delta : null;
    }
}
