using System.Collections.Immutable;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Documents;

/// <summary>The way between a client's positions and offsets of one text. Positions outside the text count as the nearest inside.</summary>
internal sealed class DocumentPositions(string text, LineIndex lines, PositionEncoding encoding)
{
    /// <summary>Number of lines, at least 1.</summary>
    public int LineCount => lines.LineCount;

    /// <summary>The lines.</summary>
    public LineIndex Lines => lines;

    /// <summary>The offset of a position.</summary>
    public int OffsetOf(Position position)
    {
        if (encoding == PositionEncoding.Utf16)
            return lines.ToOffset(new LinePosition(position.Line, position.Character));
        if (position.Line < 0)
            return 0;
        if (position.Line >= lines.LineCount)
            return text.Length;
        var line = lines.LineSpan(position.Line);
        return line.Start + CodeUnits.Of(text.AsSpan(line.Start, line.Length), position.Character, encoding);
    }

    /// <summary>The span of a range, whose ends may stand in either order.</summary>
    public TextSpan SpanOf(LspRange range)
    {
        int start = OffsetOf(range.Start), end = OffsetOf(range.End);
        return TextSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }

    /// <summary>The position of an offset.</summary>
    public Position PositionOf(int offset)
    {
        var position = lines.ToPosition(offset);
        if (encoding == PositionEncoding.Utf16)
            return new Position(position.Line, position.Character);
        var start = lines.LineSpan(position.Line).Start;
        return new Position(position.Line, CodeUnits.Count(text.AsSpan(start, position.Character), encoding));
    }

    /// <summary>The same for the text that edits make of this one.</summary>
    public DocumentPositions After(string edited, ImmutableArray<TextEdit> edits) => new(edited, lines.Apply(edited, edits), encoding);

    /// <summary>The range of a span.</summary>
    public LspRange RangeOf(TextSpan span) => new(PositionOf(span.Start), PositionOf(span.End));
}
