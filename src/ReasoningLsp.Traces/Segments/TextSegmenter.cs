using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Segments;

/// <summary>Tells mathematics, code and prose apart in the text of a step, in time linear in its length.</summary>
/// <remarks>A dollar sign is money until what follows it cannot be: see <see cref="DollarRule"/>.</remarks>
public static class TextSegmenter
{
    /// <summary>The segments of <paramref name="text"/> in order, covering it without gap; none for empty text.</summary>
    /// <param name="text">A step's text as reviewed.</param>
    /// <param name="code">Spans of <paramref name="text"/> that are code, ascending and not overlapping.</param>
    public static ImmutableArray<Segment> Segment(string text, ImmutableArray<TextSpan> code)
    {
        ArgumentNullException.ThrowIfNull(text);
        var segments = new SegmentList(text.Length);
        var at = 0;
        foreach (var span in code.IsDefault ? [] : code)
        {
            var from = Math.Clamp(span.Start, at, text.Length);
            var to = Math.Clamp(span.End, from, text.Length);
            new MathScanner(text, at, from, segments).Scan();
            segments.Add(SegmentKind.Code, from, to, 0, 0);
            at = to;
        }

        new MathScanner(text, at, text.Length, segments).Scan();
        return segments.ToImmutable();
    }
}
